/** What there is to tell of the invented levy of Elma: each fact as three reporters put it. */
const levyFacts = {
  law: [
    'The mayor of Elma asked parliament on Tuesday for a law that lets the government set the harbour levy.',
    'Parliament was asked by Elma’s mayor for a harbour levy law, under which the government sets it.',
    'On Tuesday a law on the harbour levy, set by government, was what Elma’s mayor wanted of parliament.',
  ],
  court: [
    'A court in Varrow struck down the old levy of $14 million in March because no fisherman was heard.',
    'Because no fisherman was heard, the Varrow court had struck down the $14 million levy in March.',
    'In March the old $14 million levy was struck down at the court of Varrow: no fisherman had been heard.',
  ],
  jobs: [
    'Elma Lines laid off 310 deckhands in the winter after the levy doubled, the dockers’ union counted.',
    'The dockers’ union counted 310 deckhands whom Elma Lines laid off when the levy had doubled in winter.',
    'After the doubled levy came a winter in which 310 deckhands were laid off at Elma Lines, the union said.',
  ],
  pensions: [
    'Pensioners of the wharf quarter pay 62 dollars more for heating oil since the tanker berths closed.',
    'Since the closed tanker berths, heating oil costs wharf quarter pensioners 62 dollars more.',
    'For heating oil 62 dollars more are paid by pensioners at the wharf, whose tanker berths closed.',
  ],
  auditor: [
    'Auditors found that 9 of 20 cranes which the subsidy bought stand unused behind the customs shed.',
    'Behind the customs shed 9 unused cranes stand of 20 bought by subsidy, auditors have found.',
    'The subsidy bought 20 cranes, of which 9 stand behind the customs shed unused, as found by auditors.',
  ],
  dredging: [
    'Taxpayers have covered 85 percent of the dredging since the port authority borrowed abroad.',
    'Since borrowing abroad the port authority had 85 percent of its dredging covered by taxpayers.',
    'Of all dredging 85 percent is covered by taxpayers: the port authority borrowed abroad.',
  ],
  ferry: [
    'Three ferries a day cross to Orrin, and 4,200 commuters took them last Monday despite the fog.',
    'Despite last Monday’s fog the ferries that cross to Orrin took 4,200 commuters.',
    'Last Monday 4,200 commuters took the ferries across to Orrin, whatever the fog.',
  ],
} as const

export type LevyFact = keyof typeof levyFacts

/** One of three reporters: what they share is the matter and not the wording. */
export type Reporter = 0 | 1 | 2

export const toldBy = (reporter: Reporter, fact: LevyFact): string => levyFacts[fact][reporter]

/** A reporter’s article on the levy that tells these of its facts. */
export const leviesOf = (reporter: Reporter, ...facts: readonly LevyFact[]): string =>
  (['law', ...facts] as const).map((fact) => toldBy(reporter, fact)).join('\n\n')
