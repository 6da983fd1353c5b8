import { germanLoadedWords } from './german-loaded-words.ts'

const words = `
abhorrent abomination absurd absurdity abuses abusive abysmal accomplice agenda aggressive aghast agitator agitators alarming
alarmist amnesty amok anarchy anemic angrily anguish antics apocalyptic apologists appalling appeasement appeaser appeasers
arrogance arrogant ashamed asinine assail assailed assails astonishing atrocious atrocity audacious audacity authoritarian
backfired backlash backroom backstab baffling bailout barbaric baseless bashed bashes beleaguered belligerent berate berated
berates betray betrayal betrayed bias biased bigot bigoted bigotry bigots bitter bitterly bizarre blackmail blackmailed blast
blasted blasts blistering bloated blow blunder blunders boast boasted boastful boasts bogus bombastic bombshell boondoggle botched
brag bragged brainless brainwashed brazen brazenly breathtaking broadside brutal brutality brutally brute bully bullying bumbling
bungled burden burdens bureaucrat bureaucrats busybody butcher butchered butchery cabal calamity callous cash-grab catastrophe
catastrophic caved caving cesspool chaos chaotic charade charlatan cheated cheats childish chilling circus class-war clown
clueless clumsy coddle coddled coddling collude colluded collusion con condescending confiscate confiscation conniving conspire
conspired contempt contemptible contemptuous corrupt cover-up coverup coward cowardice cowardly crackdown craven crazed cringe
cronies crony crony-capitalism crooked cruel cruelty crush crushed crushing crybaby cultish cynical damning dangerous dangerously
dastardly daunting deadbeat debacle debauchery decadent deceit deception decimate decimated defamed defiant defiantly degenerate
dehumanize dehumanizing delusion delusional demagogue demagoguery demeaning demolish demolished demolishes demonize denigrate
deplorable deplorables depraved depravity deranged deride derided derides desperate despicable despise despised despot destroy
destroyed destructive devastating deviant devious diabolical dictator disarray disastrous discredited disdain disgrace disgraced
disgraceful disgruntled disgusting dishonest dishonor disingenuous dismal dismantle dismantling disparage disparaged disrespect
distort distorted distortion disturbing divisive doom doomed draconian dreadful dubious dumbfounded duped dupes dystopian
echo-chamber egregious elite elites elitist embarrassing embarrassment embattled embolden emboldened enemies enrage enraged
enslave erupt erupted erupts evasive evil eviscerate eviscerates excuse excuses exorbitant exploit exploitative exploited exploits
explosive extort extortion extravagant extreme extremism extremist fake falsehood falsehoods fanatic fanatical farce farcical
farcically fascist fat-cat fat-cats fawns fearful fearmonger fearmongering feckless feeble fiasco fierce fiercely fiery filthy
firebrand flagrant flagrantly flailing flip-flop flip-flopped flip-flopping folly foolhardy foolish fools fraudulent freakish
freeloader frenzy fume fumed fumes fuming furious fury gamble gargantuan gaslight gaslighting ghastly gibberish giveaway glaring
gloat glowing godless goons gouge gouging grandstanding greed greedily greedy grievance grievances grim grossly grotesque grovel
grudge gullible gushes gut gutless gutted gutting handout handouts hapless harass harassed hard-pressed harrowing harsh hate
hateful hatred haughty haunt havoc heart-wrenching heartbreaking heartless heinous hell hellish heroic hideous hijack hijacked
hoax hollow honest-to-god horrendous horrific horrifying horrors hostile humiliate humiliated humiliates humiliating humiliation
hype hyped hyper-partisan hyperbolic hypocrisy hypocrite hypocritical hysteria hysterical idiocy idiot idiotic idiots ignominious
ignorance ignorant illegals illegitimate immoral implosion inane incendiary incite incited incompetence incompetent indefensible
indoctrinate indoctrinated indoctrination inept inexcusable inexplicable infamous inflammatory infuriated infuriating inhumane
insane insanity insidious insolent insult insulting insults intimidate intolerable intolerant irate ironclad irrational
irresponsible jackpot jaw-dropping jeered jeers jingoistic junk knee-jerk kowtow lackey lackeys lambasted lambasts lash lashed
laughable laughingstock lavish lawless leech leftist leftists lefty liar liars lie lied lies loathe loathed loathing looters lousy
ludicrous lunacy lunatic lunatics lurid lying madness malevolent malicious malign maniac manipulate manipulated manipulation
manipulative manufactured massive masterful meddle meddled meddling mediocre megalomaniac meltdown menace menacing mercilessly
mind-boggling mindless miserable misguided misinformed mislead misleading misled mob mobs mocked mockery mocks monstrous
moral-panic moronic mouthpiece murderous muzzle naive nanny-state narrative nasty nefarious neglectful negligent nightmare
nihilistic nonsense nonsensical notorious obliterate obscene obsessed obsession odious offensive ominous onslaught oppressive
orwellian outlandish outrage outraged outrageous outright overblown overreach overzealous painful pander pandering panic paranoia
paranoid parasite partisan pathetic pathological patriot patriots peddle peddled peddling perilous perverse phony pillage pitiful
plague plainly plight ploy plunder plundered poison poisoned poisonous pompous posturing predatory preposterous pretext prey
profiteer profiteering profiteers profligate propaganda provocateur provocative punish punished punishing punitive puppet puppets
purge purged puritanical quagmire rabid racist radical radicals rammed rampage rampant rancor ransack rant ravage raving reckless
recklessly reeling regime regressive repressive repugnant reviled riddled ridiculous rigged rip-off ripped rips robber-baron rogue
rotten rout rubbish ruin ruined ruinous ruthless sabotage sacrificed sadistic sanctimonious savage savaged scam scams scandalous
scapegoat scare scaremongering scathing scathingly scheme schemed schemes scoff scold scolded scolds scorched scorn scourge screed
seething seize self-righteous self-serving sensational senseless serfs shady sham shambles shameful shameless shatter shattered
shocking shoddily shoddy shove shoved showdown shred shredded shrill sickening sinful sinister skewer skewered skewers slam
slammed slams slander slandered slanderous slap slashed slaughter slavish sleazy slush smack smear smeared smearing smears
smoke-screen smokescreen smug snarl snowflake snubbed soaring socialist soft-on-crime sordid sour spew spewed spewing spineless
spiteful squabble squabbling squander squandered staggering stark stoke stoked stokes stonewall stonewalled stonewalling stooge
strangle strident strongarm strongman stubborn stubbornly stunning stunt stupid stupidity subversive subvert swamp swindle tantrum
tarnish tarnished tatters tax-and-spend taxpayer-funded terrible terribly terrified terrifying thrashed thug thuggish thugs tirade
toothless top-down torch torched toxic tragic traitor trample trashed trashes treachery trickery triumph triumphant trolling
troubling trounced turmoil twisted tyrannical tyranny tyrant ugly ultra-rich un-american unaccountable unconscionable undermine
undermined undermines unelected unforgivable unfounded ungrateful unhinged unjust unpatriotic unprecedented unprincipled
unscrupulous unspeakable unwarranted upheaval uproar useless vandal vandals vengeance vengeful venom venomous vicious victimized
vile vilified vilify villain villains vindictive vitriol vulgar vulture war-chest warmonger warmongering wasteful weak weakling
weakness weaponize weaponized weaponizing whine whined whines whining whitewash wicked wild wildly wimp witch-hunt witless woeful
woefully woke worthless wrath wreak wreck wrecking wretched wrongheaded zealot zealotry zealots`

/** Words that judge what they name. What names a crime, an event or a feeling, such as fraud or anger, judges nothing. */
export const loadedWords: ReadonlySet<string> = new Set([...words.split(/\s+/).filter(Boolean), ...germanLoadedWords])

/** How many of the given lower-case words are loaded. */
export function loadedIn(words: readonly string[]): number {
  return words.filter((word) => loadedWords.has(word)).length
}
