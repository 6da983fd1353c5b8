const words = `
abomination absurd abysmal agenda aggressive alarming amnesty anarchy anemic apocalyptic appalling appeasement arrogant astonishing
atrocious atrocity authoritarian backlash backroom bailout barbaric bashed bashes beleaguered belligerent betray betrayal betrayed
bigoted bizarre blast blasted blasts blistering blow bogus bombshell botched brag bragged brainwashed brazen brazenly broadside brutal
bully bullying bungled burden burdens bureaucrat bureaucrats busybody cabal calamity callous cash-grab catastrophe catastrophic caved
cesspool chaos chaotic charade chilling circus class-war clown clumsy colluded con condescending confiscate confiscation corrupt coward
cowardice cowardly crackdown craven crazed cronies crony crony-capitalism crooked cruel cruelty crush crushed crushing cynical damning
deadbeat debacle deceit deception decimate defiant defiantly demagogue demolish demolished demonize deranged desperate despicable
despot destroy destroyed devastating dictator disastrous disdain disgrace disgraceful disgusting dishonest disingenuous dismal
disturbing doomed draconian dumbfounded echo-chamber egregious elite elites elitist embarrassing embattled enrage enraged evil
eviscerate eviscerates excuse excuses explosive extort extreme extremism extremist fanatic fanatical farce farcical fascist fat-cat
fat-cats fawns fearmongering feckless fiasco fiery firebrand flagrant flailing foolish fraudulent freeloader frenzy furious fury gamble
gargantuan ghastly giveaway glaring gloat gouge gouging grandstanding greed greedy grim grotesque gushes handout handouts hapless
hard-pressed harsh hate hateful heartless heinous heroic hijack hijacked hoax honest-to-god horrendous horrific horrifying humiliated
humiliates humiliating humiliation hypocrisy hypocrite hypocritical hysteria hysterical idiotic ignominious illegals immoral implosion
incompetence incompetent inept infamous inflammatory insane insanity insidious insult insulting ironclad irresponsible jackpot
jaw-dropping junk lambasted lambasts lash lashed lavish lawless leech liar liars lie lied lies ludicrous lunacy lunatic lurid lying
malicious manufactured massive meltdown mindless miserable mob mobs mocked mockery mocks monstrous mouthpiece muzzle naive nanny-state
narrative nightmare nonsense notorious obliterate obscene offensive onslaught oppressive outlandish outrage outraged outrageous
overreach pander pandering panic parasite partisan pathetic patriot patriots phony pillage plague plainly plunder plundered
preposterous profiteer profiteering profiteers propaganda punish punished punishing puppet purge racist radical radicals rammed rampage
rampant rant ravage reckless recklessly regime repressive repugnant reviled ridiculous rigged rip-off ripped rips robber-baron ruin
ruinous ruthless sabotage sacrificed scandalous scapegoat scare scaremongering scathing scheme scoff scorn seize serfs sham shameful
shameless shatter shattered shocking shoddy showdown shrill sickening sinister skewered skewers slam slammed slams slap slashed
slaughter sleazy slush smear smug snowflake soaring socialist spineless squander squandered staggering stooge strongarm strongman
stunning stunt stupid swamp swindle taxpayer-funded terrifying thug thuggish thugs tirade toothless top-down toxic traitor trample
trashed trashes treachery tyranny tyrant un-american unaccountable unconscionable unelected unhinged unprecedented uproar vicious vile
vindictive vitriol vulture war-chest warmonger weaponize weaponized whine witch-hunt woke worthless wreck wrecking zealot zealots`

/** Words that judge what they name; a beginning, to be grown. What names a crime or an event, such as fraud, judges nothing. */
export const loadedWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean))

/** How many of the given lower-case words are loaded. */
export function loadedIn(words: readonly string[]): number {
  return words.filter((word) => loadedWords.has(word)).length
}
