/** An outlet as the press knows it, and who owns it: outlets of one owner are left out together. */
export interface Outlet {
  readonly name: string
  readonly owner: string
}

/** Host → outlet, and its owner where that is another's name. Pages of a host's sections and columnists are the outlet's. */
const outletOfHost: Readonly<Record<string, string>> = {
  'apnews.com': 'Associated Press',
  'bloomberg.com': 'Bloomberg',
  'breitbart.com': 'Breitbart',
  'businessinsider.com': 'Business Insider',
  'cbn.com': 'CBN News',
  'cbslocal.com': 'CBS News',
  'cbsnews.com': 'CBS News',
  'city-journal.org': 'City Journal',
  'cnbc.com': 'CNBC',
  'cnn.com': 'CNN',
  'cnsnews.com': 'Media Research Center',
  'csmonitor.com': 'Christian Science Monitor',
  'dailycaller.com': 'Daily Caller',
  'dailykos.com': 'Daily Kos',
  'dailymail.co.uk': 'Daily Mail',
  'dailysignal.com': 'Daily Signal',
  'democracynow.org': 'Democracy Now',
  'fortune.com': 'Fortune',
  'foxbusiness.com': 'Fox News',
  'foxnews.com': 'Fox News',
  'freebeacon.com': 'Washington Free Beacon',
  'freep.com': 'Detroit Free Press',
  'hotair.com': 'Hot Air',
  'indystar.com': 'Indianapolis Star',
  'infowars.com': 'InfoWars',
  'journalism.org': 'Pew Research Center',
  'kqed.org': 'NPR',
  'mediamatters.org': 'Media Matters',
  'nationalreview.com': 'National Review',
  'newsbusters.org': 'Media Research Center',
  'newsmax.com': 'Newsmax',
  'npr.org': 'NPR',
  'nymag.com': 'New York Magazine',
  'nypost.com': 'New York Post',
  'nytimes.com': 'New York Times',
  'people-press.org': 'Pew Research Center',
  'pewglobal.org': 'Pew Research Center',
  'pewresearch.org': 'Pew Research Center',
  'politico.com': 'Politico',
  'reason.com': 'Reason',
  'redstate.com': 'RedState',
  'reuters.com': 'Reuters',
  'salon.com': 'Salon',
  'sfchronicle.com': 'San Francisco Chronicle',
  'sfgate.com': 'SFGate',
  'slate.com': 'Slate',
  'theatlantic.com': 'The Atlantic',
  'theblaze.com': 'TheBlaze',
  'thedailybeast.com': 'Daily Beast',
  'theguardian.com': 'The Guardian',
  'thehill.com': 'The Hill',
  'theverge.com': 'The Verge',
  'theweek.com': 'The Week',
  'thisisinsider.com': 'Business Insider',
  'timeinc.net': 'Fortune',
  'townhall.com': 'Townhall',
  'usatoday.com': 'USA TODAY',
  'vox.com': 'Vox',
  'washingtontimes.com': 'Washington Times',
  'wsj.com': 'Wall Street Journal',
  'yahoo.com': 'Yahoo News',
}

const ownerOfOutlet: Readonly<Record<string, string>> = {
  'Business Insider': 'Axel Springer',
  CNBC: 'Comcast',
  'Boston Herald': 'Digital First Media',
  'City Journal': 'Manhattan Institute',
  'Daily Camera': 'Digital First Media',
  'Daily Signal': 'The Heritage Foundation',
  'Detroit Free Press': 'Gannett',
  'East Bay Times': 'Digital First Media',
  'Fox News': 'Murdoch family',
  'Hot Air': 'Salem Media',
  'Indianapolis Star': 'Gannett',
  'New York Magazine': 'Vox Media',
  'New York Post': 'Murdoch family',
  Politico: 'Axel Springer',
  RedState: 'Salem Media',
  'San Francisco Chronicle': 'Hearst',
  'San Jose Mercury News': 'Digital First Media',
  SFGate: 'Hearst',
  'The Denver Post': 'Digital First Media',
  'The Verge': 'Vox Media',
  Townhall: 'Salem Media',
  'USA TODAY': 'Gannett',
  Vox: 'Vox Media',
  'Wall Street Journal': 'Murdoch family',
}

/** A source that is spelled with a section or a columnist's name, where its pages have no host that the table knows. */
const outletOfSpelling: Readonly<Record<string, string>> = {
  'CNN (Web News)': 'CNN',
  'CNN - Editorial': 'CNN',
  'Fox Online News': 'Fox News',
  'Fox News Opinion': 'Fox News',
  'New York Times - News': 'New York Times',
  'New York Times - Opinion': 'New York Times',
  'New York Times Editorial Board': 'New York Times',
  'NPR Online News': 'NPR',
  'NPR Editorial': 'NPR',
  'Newsmax - News': 'Newsmax',
  'The Week - News': 'The Week',
  'TheBlaze.com': 'TheBlaze',
  'Wall Street Journal - News': 'Wall Street Journal',
  'Boston Herald Editorial': 'Boston Herald',
  'The Intelligencer': 'New York Magazine',
  CBN: 'CBN News',
  'Breitbart News': 'Breitbart',
  'The Daily Caller': 'Daily Caller',
  'Yahoo! News': 'Yahoo News',
  HotAir: 'Hot Air',
  'Red State': 'RedState',
  'CNS News': 'Media Research Center',
  NewsBusters: 'Media Research Center',
}

/** The outlet of an article by where it stands, else by what its source is called; null for a guest writer without an outlet. */
export function outletOf(source: string, url: string | null): Outlet | null {
  const name = nameByHost(hostOf(url)) ?? nameBySpelling(source)
  return name === null ? null : { name, owner: ownerOfOutlet[name] ?? name }
}

function nameByHost(host: string): string | null {
  const labels = host.split('.')
  const parents = labels.map((_, at) => labels.slice(at).join('.'))
  return parents.map((parent) => outletOfHost[parent]).find((name) => name !== undefined) ?? null
}

function nameBySpelling(source: string): string | null {
  const name = source.trim()
  return /^Guest Writer/.test(name) ? null : (outletOfSpelling[name] ?? name)
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : ''
}
