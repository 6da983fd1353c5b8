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
]
