import { stopWords as common } from '../story/stop-words.ts'

const alsoEmpty =
  'a i me another others those these none something anything everything others ones yes shall must cannot per via amid among amongst along around across behind below beneath beside ' +
  "beside besides beyond despite except inside like near outside past since throughout toward towards upon unless whose isn't aren't wasn't weren't don't doesn't didn't haven't hasn't " +
  "hadn't won't wouldn't shouldn't can't couldn't it's that's there's he's she's they're we're you're i'm i've we've they've he'd she'd they'd we'd rather quite almost nearly enough lot lots " +
  'tell tells tells add adds added ask asks asked according call calls called come comes came coming take takes took taken taking give gives gave given giving see sees saw seen seeing know ' +
  'known knew think thought want wants wanted put puts use uses used using first last next back way ways three four five six seven eight nine ten hundred thousand million billion percent ' +
  'cent day days week weeks month months today tomorrow yesterday time times people man men woman women already ago however later earlier around long far later part end set ' +
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'

/** Words that carry no matter: articles, pronouns, auxiliaries, reporting verbs, the calendar. */
export const stopWords: ReadonlySet<string> = new Set([...common, ...alsoEmpty.split(' ')])

const starters =
  'officials police authorities experts critics supporters opponents campaigners residents workers families ministers lawmakers scientists engineers researchers ' +
  'reporters witnesses prosecutors investigators inspectors democrats republicans conservatives liberals instead however meanwhile moreover furthermore therefore thus ' +
  'later earlier recently finally perhaps indeed although among nobody everyone everybody nothing something people asked speaking writing given based following including ' +
  'according under total part half several anyone start look read watch think ask mr mrs opinion analysis exclusive breaking update video photos'

/** Words that may open a sentence with a capital and yet are no name. */
export const ordinaryWords: ReadonlySet<string> = new Set([...stopWords, ...starters.split(' ')])
