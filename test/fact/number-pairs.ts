/** What two independent outlets write of one event, and how their numbers stand to each other. */
export interface NumberPair {
  readonly one: string
  readonly other: string
  /** Days between the two reports, the second being the later one. */
  readonly daysLater?: number
  readonly lang?: string
}

/** Two numbers for one thing that cannot both be right. */
export const differing: readonly NumberPair[] = [
  {
    one: 'The explosion in Kestrel killed 12 people, the mayor said.',
    other: 'At least 15 people were killed in the Kestrel explosion.',
  },
  { one: 'Nine miners died in the shaft at Orrin.', other: 'The collapse at Orrin left 14 miners dead.' },
  { one: 'The blast injured 40 passengers on the Corvina.', other: 'Some 65 passengers on the Corvina were hurt.' },
  {
    one: 'Police arrested 31 demonstrators outside the port of Elma.',
    other: 'Outside the port of Elma, 52 demonstrators were detained.',
  },
  {
    one: 'The senate passed the water bill 52-48 on Tuesday.',
    other: 'Senators approved the water bill by a vote of 54 to 46.',
  },
  {
    one: 'The council voted 31 to 24 to sell the clinic.',
    other: 'With 30 votes to 25 the council agreed to sell the clinic.',
  },
  {
    one: 'Repairs to the Lohe bridge will cost $120 million.',
    other: 'The cost of repairing the Lohe bridge is put at $84 million.',
  },
  { one: 'The bid values Arden Works at $85 million.', other: 'Arden Works was valued at $97 million in the bid.' },
  {
    one: 'About 20,000 people marched through Elma against the toll.',
    other: 'Organisers counted 45,000 marchers in Elma on Saturday.',
  },
  { one: 'The quake near Sorrel had a magnitude of 5.8.', other: 'A 6.3-magnitude earthquake struck near Sorrel.' },
  {
    one: 'The ferry carried 212 passengers when it struck the pier.',
    other: 'There were 187 passengers aboard the ferry.',
  },
  {
    one: 'Unemployment in Brenna rose to 5.4 percent in March.',
    other: 'The Brenna unemployment rate stood at 6.1 percent in March.',
  },
  { one: 'The storm left 30,000 homes without power.', other: 'Power failed in 48,000 homes during the storm.' },
  { one: 'The plant in Fenwick employs 1,150 workers.', other: 'Corvane employs 980 workers at the Fenwick plant.' },
  {
    one: 'The court fined Nordhaven $38 million for the spill.',
    other: 'Nordhaven must pay a fine of $52 million for the spill.',
  },
  {
    one: 'The fire has burned 3,400 acres north of Calder.',
    other: 'North of Calder, 5,200 acres have burned in the fire.',
  },
  {
    one: 'The Cutler Flats camp holds 1,140 migrants.',
    other: 'Some 1,450 migrants are held in the camp at Cutler Flats.',
  },
  { one: 'The judge sentenced Rezek to 12 years in prison.', other: 'Rezek was sentenced to 15 years in prison.' },
  {
    one: 'Fewer than 20 people were killed when the dam at Tessel broke.',
    other: 'The breach of the Tessel dam killed 34 people.',
  },
  {
    one: 'Die Explosion in Lohe tötete 12 Menschen.',
    other: 'Bei der Explosion in Lohe starben 17 Menschen.',
    lang: 'de',
  },
  {
    one: 'Die Sanierung des Rathauses kostet 14,2 Millionen Euro.',
    other: 'Für die Sanierung des Rathauses sind 11,8 Millionen Euro nötig.',
    lang: 'de',
  },
  // One event, one thing under several names, and whoever counts.
  {
    one: 'The Harbour Council, a trade group, put the cost of the stoppage at 64 million dollars.',
    other: 'The Dock Research Centre, which left out late cargo, puts the cost of the strike at $48 million.',
  },
  {
    one: 'Analysts at Merrow Data estimated the cost of the walkout at $30 million in lost and late sales.',
    other: 'The Elma Chamber of Trade reckons the cost of the strike at $22 million.',
  },
  { one: 'The blaze destroyed 140 homes in Tessel.', other: 'In Tessel the fire destroyed 95 houses.' },
  {
    one: 'The county says 210 dwellings were damaged in the quake.',
    other: 'The earthquake damaged 160 homes, engineers said.',
  },
  { one: 'About 90 houses have been damaged in Kestrel.', other: 'At least 112 homes in Kestrel are damaged.' },
  { one: 'The blast in Orrin killed 12 miners.', other: 'The explosion in Orrin killed 17 miners.' },
  { one: 'The typhoon left 48,000 homes without power.', other: 'Power failed in 31,000 houses during the storm.' },
  {
    one: 'Corvane employs 980 staff at the Fenwick works.',
    other: 'Corvane employs 1,150 workers at the Fenwick works.',
  },
  {
    one: 'Renovating the Elma town hall will cost $14 million.',
    other: 'The cost of repairing the Elma town hall is put at $21 million.',
  },
  { one: 'Some 62 demonstrators were arrested in Elma.', other: 'Police in Elma arrested 41 protesters.' },
  {
    one: 'Der Arbeitskampf kostet die Häfen in Lohe 48 Millionen Euro.',
    other: 'Der Streik kostet die Häfen in Lohe 64 Millionen Euro.',
    lang: 'de',
  },
  {
    one: 'Beim Brand in Lohe wurden 12 Wohnhäuser zerstört.',
    other: 'Das Feuer in Lohe zerstörte 17 Häuser.',
    lang: 'de',
  },
  // Sizes.
  { one: 'The new pier at Elma is 340 metres long.', other: 'At Elma stands a pier that is 280 meters long.' },
  { one: 'The dam at Tessel is 96 feet high.', other: 'At Tessel the dam is 120 feet tall.' },
  { one: 'The crater near Sorrel is 40 meters wide.', other: 'A crater near Sorrel is 55 metres wide.' },
  {
    one: 'A 30-foot-high wall would ring the camp at Elma.',
    other: 'A wall would ring the camp at Elma, 18 feet high.',
  },
  { one: 'The asteroid, 3.4 kilometres long, passed on Monday.', other: 'The asteroid is 3.1 kilometres long.' },
  // A part and its whole, than which it cannot be larger.
  { one: 'A ship lies off Elma. The deck is 340 metres long.', other: 'The ship off Elma is 310 metres long.' },
  {
    one: 'The church of Elma fell on Monday. Its nave is 44 metres long.',
    other: 'On Monday the church of Elma fell. The body of the church was 38 metres long.',
  },
  {
    one: 'In Lohe wurden am Montag 1.200 Menschen verletzt.',
    other: 'Am Montag wurden in Lohe 1400 Menschen verletzt.',
    lang: 'de',
  },
  { one: 'Die Brücke bei Lohe ist 340 Meter lang.', other: 'Bei Lohe ist die Brücke 410 Meter lang.', lang: 'de' },
  // Shares of one whole.
  {
    one: 'Of 48 economists polled last week, 31 had expected the bank to hold.',
    other: 'Of 48 economists surveyed before the meeting, 29 had forecast no change.',
  },
  {
    one: 'Twelve of the 20 senators backed the water bill.',
    other: 'Of the 20 senators, 14 backed the water bill.',
  },
  {
    one: 'Of 90 analysts asked, 62 predicted a rise in the toll.',
    other: 'A rise in the toll was the view. Of 90 analysts, 71 predicted a rise in the toll.',
  },
  { one: '31 of 40 pupils passed the reading test.', other: 'Of the 40 pupils, 27 passed the reading test.' },
  { one: 'Seven of 12 jurors favoured a conviction.', other: 'Nine of the 12 jurors favoured a conviction.' },
  {
    one: 'Of 48 economists surveyed by Merrow, 31 expect rates to be left unchanged.',
    other: 'Rates are the question: 35 of 48 economists predict that rates will be on hold.',
  },
  // A report that gives two numbers and doubts one.
  {
    one: 'The ministry said 6,300 households would have to move.',
    other:
      'Hers is one of 6,300 households that must move. Neighbours believe the true number is higher. A count made village by village arrived at 7,100.',
  },
  {
    one: 'The storm killed 64 people on the island.',
    other:
      'Officials say that 64 people were killed. The real toll is much higher, doctors say. Their list comes to 190.',
  },
  {
    one: 'Some 900 tenants were evicted in Tessel.',
    other: 'The city says 900 tenants were evicted, but a tenants’ league puts the number at 1,400.',
  },
  {
    one: 'The camp held 1,140 migrants, the agency said.',
    other: 'The agency spoke of 1,140 migrants. However, lawyers put the number at 1,310.',
  },
  {
    one: 'The mine lost 40 jobs.',
    other: 'The owner cut 40 jobs. The actual figure is lower, the union says. It counts 31.',
  },
  // The verb of one is the noun of the other.
  {
    one: 'Manufacturers managed 82,000 installations in 2025.',
    other: 'Makers fitted 98,000 in 2025, the ministry said.',
  },
  { one: 'Elma carried out 410 evictions in May.', other: 'The courts of Elma evicted 520 in May.' },
  {
    one: 'Brenna carried out 310 deportations in February.',
    other: 'In all, 240 were deported from Brenna in February.',
  },
  {
    one: 'The clinics in Brenna made 1,200 vaccinations in May.',
    other: 'In May the clinics in Brenna vaccinated 1,750.',
  },
  {
    one: 'The Corvane works had 44 inspections in 2025.',
    other: 'In 2025 the Corvane works was inspected by teams who inspected 31.',
  },
  // What a bare number counts is what its report counts before it.
  {
    one: 'The plan is for 40,000 nurseries by 2030. Councils opened 3,100 in 2025.',
    other: 'She promised 40,000 openings by 2030. There were 2,600 openings in 2025.',
  },
  {
    one: 'Hauliers want 90,000 vans by 2029. Dealers delivered 12,000 in May.',
    other: 'The aim is 90,000 deliveries by 2029. The trade made 14,400 deliveries in May.',
  },
  {
    one: 'The law asks for 60,000 trees by 2030. Foresters planted 7,200 in 2025.',
    other: 'The law asks for 60,000 saplings by 2030. Only 5,900 were planted in 2025.',
  },
  {
    one: 'The prison service wants 5,200 recruits by 2028. It is far off. Governors hired 410 in 2025.',
    other: 'By 2028 there must be 5,200 hires. Nobody believes that. Last year saw 530 hires.',
  },
  { one: 'Dealers in Elma sold 12,000 in May.', other: 'Dealers in Elma made 14,400 sales in May.' },
  { one: 'The clinics of Brenna admitted 1,900 in May.', other: 'In May the clinics of Brenna had 2,300 admissions.' },
  {
    one: 'Elma has 30,000 vans. Dealers in Elma sold 12,000 in May.',
    other: 'Dealers in Elma made 14,400 van sales in May. Few vans were new.',
  },
]

/** A count that grew between two reports. */
export const later: readonly NumberPair[] = [
  { one: 'The quake killed 12 people in Kestrel.', other: 'The quake in Kestrel has killed 31 people.', daysLater: 1 },
  {
    one: 'The death toll from the Sorrel flood stands at 8.',
    other: 'The death toll from the Sorrel flood rose to 19.',
    daysLater: 2,
  },
  {
    one: 'The fire has burned 3,400 acres north of Calder.',
    other: 'North of Calder, 5,200 acres have burned in the fire.',
    daysLater: 1,
  },
  {
    one: 'Police have arrested 31 demonstrators in Elma.',
    other: 'Police in Elma have arrested 77 demonstrators.',
    daysLater: 3,
  },
]

/** Two numbers that may both be right. */
export const agreeing: readonly NumberPair[] = [
  // Rounding, hedging and spelling.
  {
    one: 'Nearly 5,000 workers at Fenwick lose their jobs.',
    other: 'The closing costs 4,968 workers at Fenwick their jobs.',
  },
  { one: 'At least 20 people were killed in the Kestrel explosion.', other: 'The Kestrel explosion killed 23 people.' },
  { one: 'The bid is worth $1.2 billion.', other: 'The bid is worth 1.2bn dollars.' },
  { one: 'The bid is worth $1.2 billion.', other: 'The bid is worth $1,187 million.' },
  { one: 'More than 40 people were hurt on the Corvina.', other: 'On the Corvina 47 people were hurt.' },
  { one: 'As many as 60 people were hurt on the Corvina.', other: 'On the Corvina 47 people were hurt.' },
  { one: 'Some 20,000 people marched through Elma.', other: 'In Elma 19,400 people marched.' },
  { one: 'Twelve people were killed in Kestrel.', other: 'In Kestrel 12 people were killed.' },
  {
    one: 'Gut 200 Anwohner kamen in die Turnhalle von Lohe.',
    other: 'In der Turnhalle von Lohe saßen 214 Anwohner.',
    lang: 'de',
  },
  // Other things counted.
  { one: 'The explosion in Kestrel killed 12 people.', other: 'The explosion in Kestrel injured 40 people.' },
  {
    one: 'The explosion killed 12 people, including three children.',
    other: 'The explosion in Kestrel killed four firefighters.',
  },
  { one: 'Two of the 12 people killed in Kestrel were nurses.', other: 'The explosion in Kestrel killed 12 people.' },
  { one: 'The flood killed 12 people in Kestrel.', other: 'The flood killed 30 people in Sorrel.' },
  { one: 'The flood killed 12 people on Monday.', other: 'The flood of 1994 killed 31 people.' },
  { one: 'Repairs to the Lohe bridge will cost $84 million.', other: 'A ferry across the Lohe will cost $22 million.' },
  { one: 'Corvane made a loss of $92 million last year.', other: 'Corvane made a loss of $64 million in 2019.' },
  { one: 'Corvane lost $92 million.', other: 'Nordhaven lost $110 million.' },
  { one: 'Shares in Corvane rose 4.1 percent.', other: 'Shares in Nordhaven rose 6.2 percent.' },
  { one: 'Support for the toll rose by 4 percentage points.', other: 'Support for the toll rose to 44 percent.' },
  { one: 'Support for the toll rose 4 percent.', other: 'Support for the toll rose 6 percentage points.' },
  {
    one: 'The reference price rose $15 to $1,100 a ton.',
    other: 'The reference price is $1,100 a ton, and freight is $990 a truck.',
  },
  { one: 'The fund pays $15 million a year.', other: 'The fund will pay $45 million over three years.' },
  { one: 'Wages at the mill start at $19 an hour.', other: 'Workers at the mill earn $71,000 a year.' },
  { one: 'The house passed the water bill 220-212.', other: 'The senate passed the water bill 52-48.' },
  { one: 'Senators rejected the amendment 45-55.', other: 'Senators passed the water bill 52-48.' },
  { one: 'Welder Duke Farland, 34, spoke first.', other: 'Melter Carl Dubicki, 51, spoke first.' },
  { one: 'The 21st hearing was held in Fenwick.', other: 'The 3rd hearing was held in Fenwick.' },
  { one: 'Flight 370 left Elma with 212 passengers.', other: 'Flight 412 left Elma with 212 passengers.' },
  { one: 'The strike at Elma enters its 12th day.', other: 'The strike at Elma is 3 weeks old.' },
  // Other days, sides and states of affairs.
  {
    one: 'On Monday police in Elma arrested 31 demonstrators.',
    other: 'On Tuesday police in Elma arrested 12 demonstrators.',
  },
  { one: 'In February 21 ships a day passed the canal.', other: 'In March 48 ships a day passed the canal.' },
  {
    one: 'The ministry cut its estimate of the crop to 14.5 million tonnes from 21 million.',
    other: 'The estimate of the crop had been 21 million tonnes.',
  },
  { one: 'The plan would cut 700 jobs at Fenwick.', other: 'Corvane has cut 1,150 jobs at Fenwick.' },
  {
    one: 'A poll found that 52 percent of voters in Brenna support Vance.',
    other: 'A poll found that 41 percent of voters in Brenna support Calder.',
  },
  { one: 'Brenna has 310 cases of measles and Kestrel 95.', other: 'There are 95 cases of measles in Kestrel.' },
  { one: 'The council raised the fee to $12 from $9.', other: 'The fee of the council was $9.' },
  {
    one: 'The mill employs 1,150 people, of whom 980 are in the union.',
    other: 'The union speaks for 980 people at the mill.',
  },
  {
    one: 'The storm cut power to 30,000 homes, and 12,000 had it back by noon.',
    other: 'By noon 12,000 homes had power again after the storm.',
  },
  {
    one: 'Nurse Anke Dorsch has worked there for 21 years.',
    other: 'The clinic in Tannried has stood there for 58 years.',
  },
  { one: 'In Tannried arbeiten 640 Beschäftigte.', other: 'In Tannried kamen 412 Kinder zur Welt.', lang: 'de' },
  {
    one: 'Der Verlust der Klinik lag 2025 bei 14,2 Millionen Euro.',
    other: 'Der Verlust der Klinik lag 2022 bei 3 Millionen Euro.',
    lang: 'de',
  },
  // Other things under names that come near, other sizes, other wholes.
  { one: 'The blaze destroyed 140 homes in Tessel.', other: 'The blaze drove 190 households out in Tessel.' },
  { one: 'The flood damaged 140 homes in Tessel.', other: 'The flood destroyed 95 houses in Tessel.' },
  { one: 'The flood damaged 140 homes in Tessel.', other: 'The flood damaged 95 cars in Tessel.' },
  { one: 'The flood damaged 140 homes in Tessel.', other: 'The flood damaged 95 homes in Sorrel.' },
  {
    one: 'The Harbour Council put the cost of the strike at $64 million.',
    other: 'The Harbour Council put the cost of the new pier at $48 million.',
  },
  {
    one: 'The strike cost shippers $64 million.',
    other: 'The strike cost the city of Elma $48 million in fees that the Elma pilots pay.',
  },
  { one: 'The pier at Elma is 340 metres long.', other: 'The pier at Elma is 28 metres wide.' },
  { one: 'The pier at Elma is 340 metres long.', other: 'The ferry at Elma is 280 metres long.' },
  { one: 'The pier at Elma is 340 metres long.', other: 'The pier at Elma is 1,115 feet long.' },
  { one: 'The pier at Elma is about 340 metres long.', other: 'The pier at Elma is 328 metres long.' },
  { one: 'The pier at Elma is 340 metres long.', other: 'The breakwater at Elma is 410 metres long.' },
  { one: 'The wall at Elma must be at least 18 feet high.', other: 'The wall at Elma is 30 feet high.' },
  {
    one: 'Of 48 economists polled, 31 had expected the bank to hold.',
    other: 'Of 53 economists polled, 29 had expected the bank to hold.',
  },
  {
    one: 'Of 48 economists polled, 31 had expected the bank to hold.',
    other: 'Of 48 economists polled, 17 had expected the bank to cut.',
  },
  {
    one: 'Of 48 economists polled, 31 had expected a cut in May.',
    other: 'Of 48 economists polled, 29 had expected a cut in June.',
  },
  { one: 'Of the 12 people killed, seven were nurses.', other: 'Of the 12 people killed, four were children.' },
  {
    one: 'Vance won 33 of the 60 delegates at stake in Elma.',
    other: 'Calder won 20 of the 60 delegates at stake in Elma.',
  },
  {
    one: 'At least 29 of 48 economists expected the bank to hold.',
    other: 'Of 48 economists, 31 had expected the bank to hold.',
  },
  { one: 'Seven of 12 jurors favoured a conviction.', other: 'Five of the 12 jurors opposed a conviction.' },
  { one: 'Twelve of the 20 senators backed the water bill.', other: 'Twelve of the 20 senators come from Elma.' },
  { one: '31 of 40 pupils passed the reading test.', other: '22 of 40 pupils did not pass the reading test.' },
  {
    one: 'The ministry said 6,300 households would have to move.',
    other: 'Some 6,300 households must move. The true cost is higher, residents say. A tent costs 7,100.',
  },
  {
    one: 'The ministry said 6,300 households would have to move.',
    other: 'Some 6,300 households must move. Earlier plans put the number at 7,100, but the route was changed.',
  },
  {
    one: 'The ministry said 6,300 households would have to move.',
    other: 'Some 6,300 households must move. The true number is lower, the bank says. A count arrived at 7,100.',
  },
  {
    one: 'The storm killed 64 people on the island.',
    other: 'Officials say that 64 people were killed. The real toll is higher, says Dr. Ada Quist. She is 71.',
  },
  { one: 'Some 900 tenants were evicted in Tessel.', other: 'The league of tenants puts the number at 1,400.' },
  { one: 'Manufacturers managed 82,000 installations in 2025.', other: 'Makers fitted 98,000 in 2024.' },
  { one: 'Manufacturers managed 82,000 installations in 2025.', other: 'Makers fitted 98,000.' },
  { one: 'Manufacturers managed 82,000 installations in 2025.', other: 'Makers sold 98,000 in 2025.' },
  { one: 'Brenna carried out 410 evictions in May.', other: 'The courts of Elma evicted 520 in May.' },
  { one: 'Brenna made 310 deportations in May.', other: 'In May Brenna deported 270 teachers.' },
  // Actions at other times, done to other things, by others, or whoever does them.
  { one: 'Dealers in Elma sold 12,000 in May.', other: 'Dealers in Elma made 12,400 sales in June.' },
  { one: 'Dealers in Elma sold 12,000 in May 2026.', other: 'Dealers in Elma made 14,400 sales in 2026.' },
  {
    one: 'Elma has 30,000 vans. Dealers in Elma sold 12,000 in May.',
    other: 'Dealers in Elma made 14,400 car sales in May. Few cars were new.',
  },
  {
    one: 'Elma has 30,000 vans. Dealers in Elma sold 12,000 in May.',
    other: 'Dealers in Elma made 14,400 sales of used cars in May.',
  },
  {
    one: 'Elma has 30,000 vans. Dealers in Elma sold 12,000 in May.',
    other: 'The city has 80,000 bicycles. Dealers in Elma made 14,400 sales in May.',
  },
  { one: 'Dealers sold 12,000 in May.', other: 'There were 14,400 sales in May.' },
  { one: 'Elma installed 1,100 in 2025.', other: 'Elma had 1,240 installers in 2025.' },
  { one: 'The works in Elma produced 1,100 in 2025.', other: 'The works in Elma bought from 1,240 producers in 2025.' },
  { one: 'Dealers in Elma sold 12,000 in May.', other: 'The dealers of Norden in Elma made 14,400 sales in May.' },
  { one: 'Councils opened 3,100 in 2025.', other: 'There were 2,600 openings in 2025.' },
  {
    one: 'The plan is for 40,000 nurseries by 2030. Councils opened 3,100 in 2025.',
    other: 'She promised 40,000 openings by 2035. There were 2,600 openings in 2025.',
  },
  {
    one: 'The plan is for 40,000 nurseries by 2030. Councils opened 3,100 in 2025.',
    other: 'She promised 40,000 openings by 2030. There were 2,600 openings in 2024.',
  },
  {
    one: 'The plan is for 40,000 nurseries by 2030. Councils opened 3,100 in 2025.',
    other: 'She promised 40,000 openings by 2030. There were 2,600 closures in 2025.',
  },
  {
    one: 'The plan is for 40,000 nurseries by 2030, in 900 schools. Councils opened 310 in 2025.',
    other: 'She promised 40,000 openings by 2030. There were 260 openings in 2025.',
  },
  {
    one: 'The plan is for four parks by 2030. Councils opened 31 in 2025.',
    other: 'She promised four openings by 2030. There were 26 openings in 2025.',
  },
  {
    one: 'The law asks for 60,000 trees by 2030. Foresters planted 7,200 in 2025.',
    other: 'The law asks for 60,000 saplings by 2030. Farmers planted 3,100 in 2025.',
  },
  {
    one: 'The law asks for 60,000 trees by 2030. Foresters planted 7,200 in 2025.',
    other: 'The law asks for 60,000 saplings by 2030. Of 7,200 in all, farmers planted 5,900 in 2025.',
  },
  ...[
    'Its rival made',
    'The company made',
    'They made',
    'A dealer made',
    'Dealers of Norden made',
    'The largest made',
  ].map((who) => ({
    one: 'Hauliers want 90,000 vans by 2029. Dealers delivered 12,000 in May.',
    other: `The aim is 90,000 deliveries by 2029. ${who} 14,400 deliveries in May.`,
  })),
  // Sizes of two things in one story, of parts, and of a part and its whole.
  {
    one: 'The crossing at Elma has a bridge that is 3.4 kilometres long.',
    other: 'Its tunnel is 3.1 kilometres long.',
  },
  {
    one: 'The crossing at Elma opened. The bridge is 3.4 kilometres long.',
    other: 'The crossing at Elma opened. The tunnel is 3.1 kilometres long.',
  },
  {
    one: 'Trains used the crossing at Elma. The bridge is 3.4 kilometres long.',
    other: 'Trains used the crossing at Elma, whose tunnel is 3.1 kilometres long.',
  },
  {
    one: 'The Corvina sailed on Monday. The hull is 340 metres long.',
    other: 'The Corvina sailed on Monday, a ship whose deck is 310 metres long.',
  },
  {
    one: 'The Corvina sailed on Monday. The ship is 340 metres long.',
    other: 'The Corvina sailed on Monday. Its upper deck is 310 metres long.',
  },
  {
    one: 'A ship lies off Elma. The deck is 310 metres long.',
    other: 'The ship off Elma is 340 metres long.',
  },
  {
    one: 'A ship lies off Elma. The lock is 340 metres long.',
    other: 'The ship off Elma is 310 metres long.',
  },
  {
    one: 'A ship lies in the lock of Elma. The lock is 420 metres long. The deck is 340 metres long.',
    other: 'The ship off Elma is 310 metres long.',
  },
  {
    one: 'The harbour of Elma is shut. The deck is 340 metres long.',
    other: 'The ship off Elma is 310 metres long.',
  },
  { one: 'In Lohe wurden 1.200 Menschen verletzt.', other: 'In Lohe wurden 1200 Menschen verletzt.', lang: 'de' },
  // A number told to be called wrong, parts of a sum, what is needed, last month, and whoever "they" are.
  {
    one: 'Police arrested 161 people in Elma.',
    other: 'Reports that police arrested 100 people in Elma are exaggerated, the mayor said.',
  },
  {
    one: 'Brenna will send 4 million doses of the vaccine to Elma and Tessel.',
    other: 'Brenna will send 2.5 million doses of the vaccine to Elma and 1.5 million to Tessel.',
  },
  { one: 'To take the chair, Vance needs 27 votes in Elma.', other: 'Vance took the chair in Elma with 31 votes.' },
  { one: 'The house passed the tax bill 227-205 last month.', other: 'The house passed the tax bill 227-203.' },
  { one: 'The house passed the rule for the tax bill 235-191.', other: 'The house passed the tax bill 227-205.' },
  { one: 'By selling early they lost $75,000.', other: 'By selling early Edith Kallas lost $57,000.' },
  {
    one: 'The heaviest losses were in the province of Tessel, where 38 people died.',
    other: 'The toll of the storm is 33 dead, the agency said.',
  },
  {
    one: 'Four people were killed, and 29 people have been treated in hospital.',
    other: 'In the attack 32 people were killed.',
  },
  {
    one: 'The court calls it a killing, three officials said.',
    other: 'It was a killing, four officials familiar with it said.',
  },
  { one: 'One 7.3-magnitude tremor shook Sorrel.', other: 'The quake in Sorrel had a magnitude of 7.7.' },
  {
    one: 'One of the quakes, of magnitude 7.3, shook Sorrel.',
    other: 'The quake in Sorrel had a magnitude of 7.7.',
  },
  { one: 'The report blames the killing of an editor, three U.S. officials said.', other: 'Four people were killed.' },
  { one: 'The quake killed at least six people, injured almost 50.', other: 'The quake injured four people.' },
]
