const english = `
about above after again against all also am an and any are aren as at be because been before being below between both
but by can could couldn did didn do does doesn doing don down during each even ever every few for from further get
gets getting go goes going got had hadn has hasn have haven having he her here hers herself him himself his how
however if in into is isn it its itself just last let like ll made make makes many may me might more most much must my
myself new no nor not now of off on once one only or other our ours ourselves out over own per re said same say saying
says she should so some still such than that the their theirs them themselves then there these they this those though
through to told too two under until up upon us ve very was wasn we well were weren what when where whether which while
who whom whose why will with within without won would wouldn year years yet you your yours yourself yourselves`

/** Words that carry no subject. Only English: in other languages document frequencies do the same work a little later. */
export const stopWords: ReadonlySet<string> = new Set(english.split(/\s+/).filter(Boolean))
