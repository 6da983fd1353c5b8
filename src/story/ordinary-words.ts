/**
 * How ordinary English words are in news: a share in percent, then the stems that stand in about so many of a hundred articles.
 * It is what document frequencies begin with, so that the first hour groups as well as the last. Counted once over
 * 9,639 American news articles of 2016 to 2018 (ramybaly/Article-Bias-Prediction, Apache-2.0): counts only, no text,
 * and no names, since whose name is common is a matter of the week.
 */
const table = `
60 call nation peopl presid time
50 back campaign come dai elect first includ polit report take week work
40 administr countri former govern issu law major month need new offic offici point polici public right support think
us wai want
30 accord ad anoth ask believ chang continu critic end face feder follow gener give good group help know leader long
look media member move part parti person plan presidenti press put question recent run secur see show sign sinc
statement talk thing three try vote
25 action allow alreadi among appear around attack base becom bill candid care case claim clear close commun conserv
court deal decis differ effort expect fact far forc happen high investig job keep lead least left like live make mean
meet million never next number open order percent place possibl power reason respons secretari seem set sever start
stori suggest term todai top turn tweet win world
20 actual advertis agre announc author better big busi came charg chief comment concern congression consid control
creat current director done earli earlier effect enough fail famili fight find fire foreign found fridai great hand
hard health hear hold hope immigr import inform instead interest interview larg later leav legal less line littl lot
matter mondai mr name night note offer other pass past plai posit problem process program protect provid push race
rais read realli record releas remain repres result rule second sen serv side someth speak stop system tax tell
thursdai took tuesdai view voter war wednesdai wrote
15 abl account accus across address advis agenc ago aid alleg alli almost along alwai anti anyth argu attempt attornei
awai begin behind best bring build caus chairman challeng citi commit compani confirm cours cut debat decad decid
defend defens deni describ despit direct discuss econom either email event evid execut explain express feel final five
four free full fund futur given head held histori home hour idea increas individu intern involv judg kei kind known
late lawmak led legisl level liber life limit man manag messag militari monei morn nearli nomine noth often old oper
opinion oppos organ outsid pai poll potenti privat promis propos rate rather reach real receiv relat requir respond
return role seek seen senior servic share social special speech spend stand step sure taken target team threat toward
understand warn watch went women word
12 accept activ addit agenda ahead answer anyon approach approv bad ban began benefit billion border break carri chanc
children citizen complet conduct confer contribut controversi cost counsel cover crimin declar deliv demand detail
develop economi emerg enforc entir especi establish everyth exampl exist fall favor fear figur file form forward
friend gave grow half hit human illeg immedi initi intellig join juli june kill latest lawyer leadership list local
lose lost low march measur middl mind minor moment nomin novemb opportun opposit perhap photo pick pressur primari
probabl progress ralli refer reform refus remark rep replac respect review saturdai school short similar simpli six
small someon sourc specif staff stai strong success sundai third thought threaten togeth total trade tri true victori
video write wrong
10 access ag agreement air area arm attent avoid battl becam black blame block brief brought budget cannot certain
certainli check choic cite civil class co colleg convers coverag crime danger death declin determin difficult district
document dollar drop els engag enter everyon expert extrem focu focus gain goal governor ground higher host impact
incom independ indic insist januari learn longer love lower market meanwhil men met minut movement negoti oppon page
particularli polic politician popular practic prepar present prevent protest publicli publish pull quickli reject
relationship remov repeal repeatedli request research reveal rise risk room saw seat send sens sent separ seriou
signific singl soon spent spokesman strategi studi th thousand ti travel urg violat weapon worri young
8 abil acknowledg activist advanc advoc affair affect agent aim although amid amount appar appeal appli appoint april
argument arriv articl assault attend august behavior beyond biggest bipartisan book bui cast central clearli colleagu
com common compar confid conflict connect contact convent count crisi crowd damag data defeat deputi design directli
dismiss divid doubt dozen drive due educ eight endors ensur era exactli exchang expand experi fair fals fellow financi
firm front global grant gun heard histor hundr hurt identifi ignor impeach improv inde industri influenc insid
journalist knew lack launch letter main massiv mention midterm moder multipl natur near network non nuclear octob
origin paid particular partisan period phone prais predict previou previous price pro probe produc product professor
project prove quit rang realiti reduc regard regul rest retir rhetor save self septemb seri seven sexual shift shot
sit situat sort sought spoke stage standard statu strike struggl student subject surpris televis terror test thank
tough troubl trust truth ultim unlik valu veteran violenc visit voic wait walk weekend whole wide will wing woman
worker ye
6 absolut abus achiev add admit advantag afternoon aggress alon ambassador analysi analyst appropri assert assist
audienc avail averag ballot bank basic bid bit board boost capit career celebr chamber choos click collect command
conclud condemn condit confront consequ consist consum content convinc cooper copyright corpor correct coupl credit
cross cultur date dead decemb deep deepli democraci demonstr depend destroi diplomat disput divis domest domin door
doubl dramat draw drug earn easi elector embrac employe encourag energi equal essenti estim even eventu except ey
failur faith fake februari felt fill fix floor frustrat fuel fulli game gather gone gov growth gui hack handl hate
heart highest highli highlight hire honor huge ideolog impos increasingli instanc insur intend intent interfer invest
invit labor land languag largest leak lean li light link listen loss maintain margin mass mayb meant memo miss mostli
motiv necessari neither none normal object obtain on ongo onlin option outcom outlet panel paper parent particip
partner path peac perform perman permiss piec pledg poor popul prefer pretti principl prioriti profil promot
prosecutor prospect purpos pursu ran rank rare readi recogn red reflect region rel reli rememb repeat reportedli resid
resign resist restrict roll safe safeti sanction scandal schedul secret shoot signal site societi solut sometim son
sound star suffer suppos suspect terrorist testimoni throughout town track tradit treat trial undermin unless updat
usual variou version via victim vow wake water wave websit whatev wife wit wonder wors worst worth written
5 accomplish adult altern anger annual arrest assess assum awar background balanc bar basi beat belief blast blue bodi
born broad broke centuri chair climat collus combin competit complain complaint complic compromis consult contain
contest contrast core corrupt counter credibl cycl daughter defin definit delai deport deserv di disagre disast editor
elimin employ enemi exercis expens expos extend factor familiar father featur field financ fine fit formal founder
frequent fundament greater guarante harm headlin http ident imagin implement incid infrastructur inquiri integr
introduc joint kept kid larger lawsuit lengthi longtim ly mainstream mandat materi meddl medic mere mistak modern
moral ms murder neg observ occur offens otherwis outrag overal percentag pictur platform pose prior procedur
profession promin prompt provis quot racial radic realdonaldtrump regim remind reprint resourc revers rival roughli
scienc search select sell serious shock shortli shouldn shut simpl skeptic staffer stake strategist style summer
survei swing tabl tactic technolog ten tension testifi theori trail train transit trip type typic unclear unpreced
violent vulner wage weak welcom wish zero
4 abandon abort adopt alien angri anonym apart asid behalf bigger billionair blow bomb branch broader built cancel
capabl caption car caught chao charact child classifi closer coalit code collaps compet conclus consider conspiraci
construct convict crucial debt degre desir disappoint divers donor drew duti easier easili echo elit enjoi enlarg
environ estat ethic everybodi ex examin expans extens extent fast fewer finish flag fraud ga guilti happi harder
heavili hospit hostil husband ill imposs inaugur indict inspir intens internet jr judici kick knowledg liberti lobbi
locat manufactur memori mile missil mission model mother narr narrow newspap nine nobodi notic obviou obvious odd own
owner packag payment pleas pre prison prohibit prosecut punish purchas quarter racist radio reaction realiz recommend
regardless relief religi renew restor revel rich road root round rush scale scene score seiz server shape shown slam
slow spark specul spokeswoman spread st stanc stick stock stood storm strongli summit surround surviv suspend sweep
task taxpay tend terribl text throw thu tone tool topic touch treatment trend trigger trillion troop truli twice unusu
vast virtual weigh writer yesterdai
3 abroad accur advic alarm alert allegedli allianc anticip anybodi apolog applic appreci aspect assembl asset assur
attract backlash balk bare bear bia boss bottom brand broken burden businessman cabl camp candidaci cap capac captur
cash champion channel character cheer chose church circl circumst clash clean club cold color column columnist combat
comfort complex comprehens confus congressman consensu constitu contend context coordin de deadlin deficit deleg
deliber denounc desper destruct devast dictat digit disclos disclosur discov discrimin displai disrupt distract doctor
donat draft drawn dream driven eager economist ed edg element elig elsewher embarrass emot emphas enact encount enorm
environment error escal exclus excus exit explan explos extraordinari facil fairli fan fate favorit fell femal fiscal
flip fly folk food fought fourth function fundrais gai gap giant gotten grand greatest grew grown guard guess guid
hall halt harass healthcar heat heavi hide honest hotel hunt implic impress inbox incred incumb injur innoc insult
interpret jail joke judgment jump justifi label ladi lai laid legitim let licens lie lift liter lock loom machin
magazin match mental mid minimum misconduct mix mock mount nationwid necessarili neighbor net newli nice norm notabl
notion numer obstruct oh oil older onto op openli outlin overhaul overse oversight overwhelm pain paint passag pattern
penalti perfect permit physic pic player plead plenti plu polar portion preced precis predecessor premium presenc
preserv proceed profit proof properti proud proven qualifi quick racism react recal recess reelect refuge regist
regular regularli relev repli reput reserv resolut resolv revenu ridicul rip rock rose routin sale scientist scrutini
season sector sensit sentenc sentiment settl sex shake shout shutdown signatur significantli silenc size skill smaller
smart solv somebodi space split spoken sponsor spot spotlight spy station straight strateg strength strengthen stress
stronger struck structur stuff stun submit subpoena subsequ substanti succe suit surfac surg surveil sustain tank tape
tariff temporari territori therefor ticket titl toggl toler tout transpar unabl understood unfair unfortun unifi uniqu
unpopular unveil upset vehicl vision warrant wealthi wear whistleblow wind winner withdraw wound
2 actor admir advocaci affili affirm afraid aftermath airport aisl align alongsid alter anymor anywai anywher appointe
arrang art attitud attribut automat award backer badli ball barrier battleground beauti begun belong besid bet bias
blood boast boi bolster box bridg broadcast brother brutal bulli burn calcul camera card catch categori caution
centrist ceremoni chain chant chosen citizenship civilian clarifi client coast collud compel compli comput conced
concept concess constant contenti contract contradict contrari contributor copi correspond counterpart crack craft
crash crazi dark deadli dedic deduct deem demograph denial departur deploi detain devic devot die dinner disagr
disgrac dismantl dissent distanc distinct distribut disturb dog dossier downplai dr drag drama dress driver dump dynam
eas editori elev emploi enabl endur engin entertain entiti entitl entri episod equip escap evalu evil exact excit
exempt experienc expir explicitli exploit export fallen famou fashion fault fed feed fierc fifth filibust firearm flaw
flood flow foot forget forth fortun forum frame frankli fresh friendli fulfil gang gen gender genuin girl grab graduat
guest hang hardli headquart healthi hell hero hint hot hurrican ideal inappropri incent inevit inner innov inspector
instruct intellectu interact intervent investor iron item juri knock last laugh legaci legislatur lesson leverag
libertarian litig lobbyist loyal loyalti mail male manner map marri marriag massacr mate merit mess method migrant
migrat mine mislead mobil momentum moreov motion nationalist nativ neutral nonpartisan oath oblig occas offend
optimist ought oust outright oversea overturn ow pace pack pair partial passion patient patriot perceiv personnel
perspect persuad phase photograph phrase pivot plane plant plea plot pocket pool populist portrai possess pour poverti
presumpt prevail primarili privileg proce propaganda prosper pundit qualiti quo rail rape reader rebuk recipi recov
recruit recus reduct regret regulatori reiter reliabl religion reluct retain retali revis reviv rid rifl rig rout
rural sad sat satisfi scare scenario scope screen sea section seemingli shame sharp sharpli shield ship shop sick
silent similarli slate slideshow slightli soldier sole solid somehow somewhat speed spirit spokesperson spring spur
squar stabil statist steadi stem store strang stream stretch string su subsidi successfulli suddenli super suppli
supposedli supremacist surrog swai sworn symbol tap teach teacher tear tech technic teenag temporarili tenur termin
theme tie tip tonight tougher tour transcript transfer transform transport tremend tune turnout uncertainti
unconstitut underscor undocu unemploy uniti unknown unleash upcom uphold user valid varieti verifi vet visa vital
volunt warm wast weaken wealth weight widespread willing window witch wrap younger zone`

/** Stem → share of articles (0 to 1) that it stands in. */
export const ordinaryWords: ReadonlyMap<string, number> = readTable(table)

function readTable(text: string): Map<string, number> {
  const shares = new Map<string, number>()
  let share = 0
  for (const word of text.trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) share = Number(word) / 100
    else shares.set(word, share)
  }
  return shares
}
