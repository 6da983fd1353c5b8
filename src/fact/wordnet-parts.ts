/**
 * Wholes and their parts, "whole: part part": the part meronyms of WordNet 3.1 (https://wordnet.princeton.edu) between nouns of one
 * word that name artifacts or natural objects (its files noun.artifact and noun.object). Its licence:
 *
 * This software and database is being provided to you, the LICENSEE, by Princeton University under the following license. By
 * obtaining, using and/or copying this software and database, you agree that you have read, understood, and will comply with
 * these terms and conditions.: Permission to use, copy, modify and distribute this software and database and its documentation
 * for any purpose and without fee or royalty is hereby granted, provided that you agree to comply with the following copyright
 * notice and statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
 * documentation, including modifications that you make for internal use or for distribution. WordNet 3.1 Copyright 2011 by
 * Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
 * REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
 * REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED
 * SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The
 * name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the
 * software and/or database. Title to copyright in this software, database and any associated documentation shall at all times
 * remain with Princeton University and LICENSEE agrees to preserve same.
 */
export const wordnetParts = `
abode: bathroom bedchamber bedroom chamber den dinette kitchen parlor parlour; accordion: clavier fingerboard; accumulator: anode cathode
grid; action: key; aerodrome: airdock hangar; aerogenerator: blade vane; aeroplane: accelerator bonnet cowl cowling fuselage gas gun hood
pod radome throttle windscreen windshield wing; africa: chad chari shari tanganyika; afterdeck: fantail; aircraft: bay cabin cockpit frame
nose skeleton skin underframe; airdrome: airdock hangar; airfield: apron runway taxiway; airliner: galley; airplane: accelerator bonnet
cowl cowling fuselage gas gun hood pod radome throttle windscreen windshield wing; airport: airdock hangar; airship: car gondola;
airstrip: runway; airway: blowhole vent venthole; alps: matterhorn weisshorn; altimeter: aneroid; amphibian: pontoon; amphitheater:
vomitory; amphitheatre: vomitory; anchor: flue fluke shank stem; andes: aconcagua ancohuma bonete cachi chimborazo coropuna galan
huascaran illampu illimani laudo llullaillaco mercedario nacimiento pissis sajama tupungato yerupaja; antiaircraft: predictor; apartment:
kitchenette; apiary: beehive hive; appalachians: alleghenies catskills; apron: bib footlights; aqualung: cylinder; aqueduct: arch; arcade:
arch; arch: headstone impost key keystone springer voussoir; arena: stand; argo: carina puppis pyxis vela; arm: cuff elbow turnup
wristband; armchair: arm; arms: arm crest weapon; arras: edging; arrow: arrowhead vane; arrowhead: barb; artillery: gunstock stock; asdic:
pinger; asia: argun kura; aspergill: grip handgrip handle hold; aspersorium: grip handgrip handle hold; atmosphere: exosphere mesosphere
stratosphere thermosphere troposphere; australia: darling eyre murray murrumbidgee; auto: accelerator bonnet boot buffer bumper cowl
cowling fender fin first floorboard gas grille gun high hood hooter horn low reverse roof sunroof tailfin third throttle trunk window
wing; autobus: roof window; automobile: accelerator bonnet boot buffer bumper cowl cowling fender fin first floorboard gas grille gun high
hood hooter horn low reverse roof sunroof tailfin third throttle trunk window wing; awl: haft helve point; ax: blade haft helve; axe:
blade haft helve; backhoe: scoop; bag: clasp; baggage: grip handgrip handle hold strap; bagpipe: bourdon chanter drone; balcony: balusters
balustrade banister bannister box handrail loge; balloon: envelope gasbag ripcord; ballpark: bullpen diamond dugout stand; balusters:
baluster rail railing; balustrade: baluster rail railing; bandage: gauze; bandeau: strap; bangle: clasp; banister: baluster rail railing;
banjo: fingerboard; bank: vault; bannister: baluster rail railing; barbwire: barb; barn: hayloft haymow mow; barrel: breech bung hoop lag
ring spigot spile stave tap; bars: bar; base: firehouse grid main transit transportation water; basilica: narthex; basinet: aventail
camail ventail; bat: grip handgrip handle hold; bathroom: bathtub can commode crapper handbasin lavabo pot potty stool throne toilet tub
washbasin washbowl; battery: electrode pestle pole stamp terminal; battlement: crenel crenelle merlon; bed: bedframe bedstead mattress;
bedchamber: bed; bedframe: bedpost bedspring footboard headboard; bedroom: bed; bedstead: bedpost bedspring footboard headboard; beehive:
honeycomb; bell: clapper tongue; bema: choir; bicycle: chain handlebar kickstand mudguard pedal saddle sprocket treadle; bike: chain
handlebar kickstand mudguard pedal saddle sprocket treadle; binoculars: eyepiece ocular; biprism: prism; bit: shank; bitt: bitthead;
blade: foible forte haft helve hilt; blazon: crest; blazonry: crest; block: cylinder; blouse: neckline; blower: hub; blunderbuss: bell;
bodice: plastron; bollard: bitthead; bolt: clinch head shank; bomber: cannon; book: back backbone binding cover foredge spine; bookcase:
shelf; boot: bootlace bootleg collar counter eyehole eyelet gad heel innersole insole instep outsole spur toecap tongue upper; bottle:
bottlecap mouth nipple; bow: bowstring limb; bowl: stand thumbhole; box: base lid; bra: strap; brace: strap; bracelet: clasp; brand: blade
foible forte haft helve hilt; brass: valve; brassiere: strap; breech: breechblock; breeches: codpiece; bridge: arch pier pilothouse
trestle wheelhouse; bridle: bit cheekpiece headpiece headstall noseband nosepiece rein; briefcase: grip handgrip handle hold; briny:
offing; brooder: thermoregulator thermostat; broom: broomstick; brush: bristle grip handgrip handle hold; buckle: prong; buffet: drawer
shelf; building: annex annexe antechamber anteroom corner cornerstone court courtyard cullis elevator extension floor foyer frame hall
heat heating level lift lobby nook quoin roof room scantling shaft skeleton staircase stairway storey story stud underframe upstairs
vestibule wall window wing; bulb: filament; bureau: drawer shelf; bus: roof window; cabin: overhead; cabinet: shelf; cable: line; camera:
aperture cartridge diaphragm finder hood magazine mosaic shutter sprocket stop viewfinder; can: commode crapper pot potty stool throne
toilet; canal: lock lockage; candle: candlewick taper wick; candlestick: pricket; canister: pellet shot; canon: canyonside; canvas: reef;
canvass: reef; canyon: canyonside; cap: earflap earlap; car: accelerator bonnet boot buffer bumper cowl cowling fender fin first
floorboard gas grille gun high hood hooter horn low reverse roof sunroof suspension tailfin third throttle trunk window wing; carburetor:
venturi; carburettor: venturi; cardigan: zip zipper; carpet: edging; carpeting: edging; carriage: axletree rumble; carrier: arrester;
carrycot: grip handgrip handle hold; cart: axletree cartwheel grip handgrip handle hold; cartridge: bullet slug stylus; cartwheel: radius
spoke; cascades: adams rainier; cask: breech bung hoop lag ring spigot spile stave tap; castle: donjon dungeon keep turret; cataphract:
aegis armet basinet brassard breastplate cannon casque cubitiere cuisse egis epauliere fauld gantlet gauntlet gorget greave gusset helmet
jambeau nosepiece palette pallette rerebrace roundel sabaton solleret tasse tasset tuille vambrace voider; cathedral: cathedra; cave:
floor roof stalactite stalagmite wall; cellblock: cell; chain: massif notch pass; chair: back backrest leg; chaise: calash caleche;
chamber: bed; chancel: choir; chapeau: brim crown hatband; charabanc: roof window; checkerboard: square; chemise: strap; chest: drawer lid
shelf; chiffonier: drawer; chimney: chimneystack damper fireplace hearth; chip: microcircuit; chondrite: chondrule; chopper: blade rotor
vane; chuck: jaw; church: apse apsis bema chancel narthex nave presbytery sacristy sanctuary transept vestry; chute: canopy harness
ripcord shroud skid; cigar: filler; circuit: bypass capacitance capacitor choke condenser relay resistance resistor short shunt tube;
circus: top; cleats: cleat; clock: fusee movement; clockwork: mainspring; closet: shelf; cloth: edging hem; clothing: wardrobe; club:
clubhead clubroom; clubhead: face heel sole toe; clubhouse: clubroom; coach: box roof window; coast: foreshore; coat: coattail; cockpit:
canopy capsule; coffeepot: grip handgrip handle hold; cogwheel: cog sprocket tooth; coliseum: vomitory; collar: facing hame; colliery:
coalpit mine; colonnade: arch; column: cap capital chapiter footstall pedestal plinth scape shaft; comb: tooth; comet: coma nucleus;
commode: drawer; compressor: cylinder; computer: bus busbar chip cpu crt diskette floppy hardware keyboard mainframe memory microchip
monitor peripheral processor storage store; condominium: condo; construction: base foot foundation fundament groundwork plate substructure
understructure; continent: craton subcontinent; convent: cell cubicle; costume: wardrobe; cot: leg; counter: countertop drawer shelf;
court: bar bench; courthouse: court courtroom; courtroom: bar bench; cradle: rocker; crenelation: crenel crenelle merlon; crenellation:
crenel crenelle merlon; crinoline: hoop; cro: crt; crt: screen; crust: asthenosphere; cue: stock; cuff: facing; cuirass: backplate; curb:
curbstone kerbstone; curbing: curbstone kerbstone; curtain: eyehole eyelet; cutlery: grip handgrip handle hold; cycle: chain handlebar
kickstand mudguard pedal saddle sprocket treadle; dagger: haft helve hilt; desk: drawer; diamond: bag base box hill infield mound outfield
short; dinghy: oarlock peg pin rowlock thole tholepin thwart; dirigible: car gondola; display: raster; distributer: capacitance capacitor
condenser point rotor; distributor: capacitance capacitor condenser point rotor; dock: bitt bollard; domicile: bathroom bedchamber bedroom
chamber den dinette kitchen parlor parlour; door: case casing doorcase doorframe doorsill doorstep lock threshold; doorcase: doorjamb
doorpost; doorframe: doorjamb doorpost; doorway: case casing door doorcase doorframe doorsill doorstep threshold; dory: oarlock peg pin
rowlock thole tholepin thwart; drape: eyehole eyelet; drapery: eyehole eyelet; drawer: lock; dredge: scoop; dredger: dredge; dress: bodice
neckline zip zipper; dresser: drawer shelf; drill: bit chuck; drive: arbor mandrel mandril spindle turnaround; driveway: turnaround;
drome: airdock hangar; drugstore: pharmacopoeia; drum: drumhead head; dwelling: bathroom bedchamber bedroom chamber den dinette kitchen
parlor parlour; eardrop: pendant pendent; earth: geosphere ground hydrosphere land lithosphere sky; edifice: annex annexe antechamber
anteroom corner cornerstone court courtyard cullis elevator extension floor foyer frame hall heat heating level lift lobby nook quoin roof
room scantling shaft skeleton staircase stairway storey story stud underframe upstairs vestibule wall window wing; eggbeater: blade rotor
vane; electromagnet: armature; elevation: incline side slope; elevator: car; embankment: revetement revetment; empennage: stabilizer;
engine: buffer camshaft cowcatcher fender footplate gear gearing geartrain pilot train; entablature: architrave attic cornice frieze;
entrenchment: trench; equipage: axletree rumble; etagere: shelf; eurasia: asia europe; europe: elbe; exchange: floor; exhaust: muffler
silencer tailpipe; expressway: carriageway; eyeglasses: bridge nosepiece; eyepiece: graticule reticle reticule; fabric: edging hem;
factory: line; fanjet: afterburner turbofan turbojet; farm: farmhouse farmyard; faucet: grip handgrip handle hold; fiddle: fiddlestick;
field: apron runway taxiway; file: haft helve; firearm: lock sights; firelock: flintlock; fireplace: chimneypiece fireside hearth
hearthstone mantel mantelpiece mantle mantlepiece; flack: predictor; flak: predictor; flat: kitchenette; flattop: arrester; flintlock:
gunflint; football: bladder; footgear: sole toe; footstall: dado; footwear: sole toe; forestage: footlights; forge: anvil; fork: prong
tine; fort: battlement crenelation crenellation; fortification: bulwark rampart wall; fortress: battlement crenelation crenellation;
frame: backing brace bracing eyeglasses glasses mount specs spectacles; framework: backing brace bracing mount; freeway: carriageway;
fretwork: lath; frock: bodice neckline zip zipper; frypan: grip handgrip handle hold; funicular: car; funnel: bell; furnace: grate grating
register; fuselage: empennage porthole tail; gad: rowel; gaiter: gore panel; gallows: halter hemp; gallus: strap; garden: patio terrace;
garment: arm armhole band banding bosom buttonhole dag dart eyehole eyelet fly gusset inset jag liner lining neck pocket shoulder skirt
sleeve stripe yoke; gate: hinge lock; gear: cog sprocket tooth; generator: brush rotor stator; geosphere: crust mantle surface; gin:
slipknot; glacier: icefall moraine neve; glasses: bridge nosepiece; globe: earth geosphere ground hydrosphere land lithosphere sky; glove:
finger thumb; goal: bar goalpost; goalpost: crossbar upright vertical; golfclub: clubhead; gown: nightcap train; grand: leg; grapnel: claw
hook; grapple: claw hook; grappler: claw hook; grave: gravestone headstone tombstone; grid: powerhouse; grille: stump; grip: shank stem;
gristmill: millstone; grocery: shelf; guitar: fingerboard; gun: action barrel clip ejector extractor gunlock gunsight gunstock magazine
muzzle stock trigger; gunlock: cock hammer; gunsight: finder viewfinder; gyrocompass: gyro gyroscope; gyrostabiliser: gyro gyroscope;
gyrostabilizer: gyro gyroscope; haart: nnrti nrti pi; habiliment: wardrobe; habit: jodhpurs; habitation: bathroom bedchamber bedroom
chamber den dinette kitchen parlor parlour; hadron: antiquark quark; hall: ceiling floor flooring wall; hallway: ceiling floor flooring
wall; halter: noose; hammer: hammerhead head; hammerhead: peen; handbag: clasp; handbarrow: grip handgrip handle hold; handcart: grip
handgrip handle hold; handgrip: shank stem; handgun: gunstock stock; handle: shank stem; handlebar: grip handgrip handle hold; handrail:
baluster rail railing; handset: grip handgrip handle hold; harness: bridle cinch girth hackamore halter headgear martingale trace;
harpoon: fluke; hat: brim crown hatband; hatchway: hatch; head: face; hearth: chimneypiece fireside hearthstone mantel mantelpiece mantle
mantlepiece; heat: boiler radiator; heating: boiler radiator; heel: lift; helicopter: blade rotor vane; helmet: beaver visor vizor; hemp:
noose; highchair: round rung stave; highway: interchange; hill: hillside; hilt: knob pommel; himalaya: anapurna annapurna changtzu
dhaulagiri everest gosainthan kamet kanchanjanga kanchenjunga kinchinjunga lhotse makalu nuptse; himalayas: anapurna annapurna changtzu
dhaulagiri everest gosainthan kamet kanchanjanga kanchenjunga kinchinjunga lhotse makalu nuptse; hinge: pintle; hive: honeycomb; hobby:
rocker; hobbyhorse: rocker; hold: shank stem; home: bathroom bedchamber bedroom chamber den dinette kitchen parlor parlour; hook: barb;
hoopskirt: hoop; horologe: balance dial escapement hairspring hand; hospital: clinic ward; house: attic circle garret greenroom library
loft orchestra parquet parterre pit porch stage study; hull: keel keelson rib; hydrosphere: briny main ocean sea water; ice: block poppet
supercharger; icepick: point; ignition: distributer distributor magneto plug; incubator: thermoregulator thermostat; infield: bag base
hill mound short; infirmary: clinic ward; infrastructure: firehouse grid main transit transportation water; inhalator: mouthpiece;
intercom: squawker; intrenchment: trench; jalousie: fin louver louvre; jar: lid mouth; jitney: roof window; john: can commode crapper pot
potty stool throne toilet; jumper: neckband neckline; junk: lug lugsail; karakoram: dapsang gasherbrum rakaposhi; kepi: bill eyeshade peak
visor vizor; kerb: curbstone kerbstone; key: bit shank stem; keyboard: action; knickerbockers: codpiece; knickers: codpiece; knife: blade
haft helve point; kuenlun: muztag muztagh; kunlun: muztag muztagh; ladder: rundle rung spoke; ladle: grip handgrip handle hold; lake:
floor inlet recess; laminate: bed layer; lamp: base diffuser diffusor lampshade shade; lan: bus busbar; lance: barb spearhead spearpoint;
lariat: noose; lasso: noose; lathe: carriage chuck handwheel; lattice: lath stump; latticework: lath; lav: can commode crapper pot potty
stool throne toilet; lavatory: can commode crapper pot potty stool throne toilet; leg: cuff foot knee turnup; lever: fulcrum; library:
carrel carrell cubicle stacks stall; lid: brim crown hatband lock; lido: natatorium; lift: car; lightbulb: filament; line: conveyer
conveyor railroad railway transporter; liner: cabin; lithosphere: crust mantle surface; lock: bolt deadbolt keyhole tumbler; locomotive:
buffer cowcatcher fender footplate pilot; lucifer: matchstick; luggage: grip handgrip handle hold strap; lugger: lug lugsail; lumber: grip
handgrip handle hold; lute: fingerboard; machine: accelerator bonnet boot buffer bumper cowl cowling fender fin first floorboard gas
grille gun high hood hooter horn low reverse roof sunroof tailfin third throttle trunk window wing; magnet: core pole; main: offing;
mandolin: fingerboard; manse: hall; mansion: hall; mantle: eyehole eyelet; manufactory: line; market: shelf; masquerade: domino; mast:
masthead; match: matchstick; material: edging hem; mediterranean: abukir adriatic aegean perejil; membranophone: drumhead head; memory:
register; mesh: backbone; meshing: backbone; meshwork: backbone; mezzanine: loge; microchip: microcircuit; microcomputer: microprocessor;
mill: line; millwheel: paddle; mine: adit mineshaft shaft; missile: nose vane; monastery: cell cubicle minster scriptorium; monitor: cro
oscilloscope scope; mosaic: tessera; mosque: mihrab minaret; motorboat: helm ice windscreen windshield; motorbus: roof window; motorcar:
accelerator bonnet boot buffer bumper cowl cowling fender fin first floorboard gas grille gun high hood hooter horn low reverse roof
sunroof tailfin third throttle trunk window wing; motorcoach: roof window; motorcycle: kickstand mudguard; motortruck: bumper roof
tailboard tailgate; motorway: carriageway; mount: mountainside versant; mountain: mountainside versant; mounting: collet; mower: blade;
mug: grip handgrip handle hold; munition: arm bulwark rampart wall weapon; musnud: gaddi; mustagh: dapsang gasherbrum rakaposhi; nail:
clinch head nailhead shank stem; neck: collar neckband; neckband: facing; necklace: pendant pendent; needle: eye point; net: backbone;
network: backbone; nightdress: nightcap; nightgown: nightcap; nightie: nightcap; noose: slipknot; nucleus: nucleon; oar: blade vane;
octant: limb; ocular: graticule reticle reticule; oilcan: nose nozzle; omnibus: roof window; opening: hatch; ordnance: gunstock stock;
organ: clavier fingerboard keyboard pedal pipe pipework stop treadle; oscilloscope: crt; ouija: planchette; outboard: screw; outfield:
center centerfield left leftfield right rightfield; outlet: merchandise product ware; pa: amplifier loudspeaker speaker tannoy;
paddlewheel: paddle; padlock: shackle; paling: pale picket; pall: eyehole eyelet; pan: panhandle; pant: lap leg seat trouser zip zipper;
pantyhose: stocking underpants; parachute: canopy harness ripcord shroud; parana: guaira urubupunga; park: bullpen diamond dugout stand;
patch: gauze; pc: microprocessor; pedestal: dado; pen: nib; pencil: point rubber; pendulum: bob; penstock: floodgate sluicegate;
perpendicular: plumb plummet; pharmacopoeia: drug; pharmacy: pharmacopoeia; phone: mouthpiece receiver; phonograph: cartridge changer
pickup turntable; photocell: photocathode; photocoagulator: laser; piano: clavier fallboard fingerboard keyboard soundboard; pianoforte:
clavier fallboard fingerboard keyboard soundboard; pickup: stylus; piece: lock sights; pier: bitt bollard; pigboat: asdic breather
periscope schnorchel schnorkel snorkel sonar; pike: carriageway pikestaff spearhead spearpoint; pillar: cap capital chapiter footstall
pedestal plinth scape shaft; pin: head pinhead point shank stem; pipage: spout; pipe: bowl mouthpiece spout stem; piping: spout; pistol:
gunstock stock; pit: coalpit mine; pitchfork: tine; plane: accelerator bonnet cowl cowling fuselage gas gun hood pod radome throttle
windscreen windshield wing; platform: computer; playground: seesaw slide swing teeter teeterboard teetertotter; pliers: jaw; plinth: dado;
plyers: jaw; pocketbook: clasp; poop: escutcheon skeg; porthole: deadlight; pothouse: bar barroom ginmill saloon taproom; powerboat: helm
ice windscreen windshield; powerhouse: bus busbar turbogenerator; press: bed; prison: cellblock ward; privy: can commode crapper pot potty
stool throne toilet; projectile: rocket; propeller: blade hub vane; propellor: blade hub vane; propjet: fanjet turbofan turbojet;
proscenium: footlights; pub: bar barroom ginmill saloon taproom; pump: cylinder; purse: clasp; pushcart: grip handgrip handle hold;
quarter: escutcheon skeg; racecourse: stretch; racer: cockpit; racetrack: stretch; raceway: stretch; rachet: click detent dog pawl; rack:
spit; racket: face grip handgrip handle hold; racquet: face grip handgrip handle hold; radar: cro dish oscilloscope saucer scope
waveguide; radio: amplifier demodulator detector tuner wireless; radiolocation: cro dish oscilloscope saucer scope waveguide; railcar:
suspension; railroad: crosstie rail rails runway sleeper tie track; railway: crosstie rail rails runway sleeper tie track; ram: buffer
core head; range: grate grating massif notch pass; raster: pel pixel; ratch: click detent dog pawl; ratchet: click detent dog pawl; razor:
razorblade; reactor: core; reata: noose; receiver: aerial antenna; recorder: playback; register: totaliser totalizer; relay:
electromagnet; residence: hall; respirator: mouthpiece; rheostat: wiper; riata: noose; rifle: bolt; rig: axletree gig rumble semi
semitrailer trailer; ring: canvas canvass; river: estuary falls rapid waterfall; rivet: clinch; road: bend berm carrefour circle crest
crossing crossroad crossway crown curve intersection roadbed rotary roundabout shoulder turnaround turnout widening; rocker: round rung
stave; roof: eaves; room: ceiling floor flooring wall; roost: perch; rope: bight; rotor: impeller; route: bend berm carrefour circle crest
crossing crossroad crossway crown curve intersection roadbed rotary roundabout shoulder turnaround turnout widening; rowboat: oarlock peg
pin rowlock thole tholepin thwart; rudder: rudderpost rudderstock tiller; rug: edging; saddle: cantle pommel saddlebow stirrup;
saddleback: gutter ridge ridgepole rooftree trough; sail: reef; sailboat: centerboard centreboard; saloon: bar barroom ginmill taproom;
sanctuary: choir; saucepan: grip handgrip handle hold; saw: sawtooth tooth; scaffolding: scaffold; scene: content subject; school:
classroom schoolroom; schoolhouse: classroom schoolroom; scissors: blade; scope: aperture crt finder prism viewfinder; screen: foreground;
screw: head thread; scuba: cylinder; scuttle: hatch; sea: bay embayment gulf inlet recess; seacoast: foreshore; seashore: foreshore; seat:
upholstery; selector: wiper; semi: semitrailer trailer; sender: aerial antenna; setting: flat prop property set; sextant: limb; shades:
polaroid; shaft: barb spearhead spearpoint; shay: calash caleche; sheet: reef; shift: strap; shimmy: strap; ship: bay bulkhead bulwark
caboose cookhouse davit deck drogue fin forecastle frame funnel galley gyrostabiliser gyrostabilizer helm hold log mainsheet poop porthole
quarter ratlin ratline screw sheet shroud skeleton spar stern superstructure tack tail top topside underframe winch windlass; shipyard:
drydock shipway slipway ways; shirt: dickey dickie dicky shirtfront shirtsleeve shirttail; shoe: collar counter heel innersole insole
instep lace lacing outsole saddle shoelace shoestring spike throat toecap tongue upper; shoelace: aglet aiglet; shoestring: aglet aiglet;
shop: shopfront storefront; shopfront: shopwindow; shore: beach shoreline; shower: showerhead; sickle: haft helve; sideboard: drawer
shelf; sights: eyepiece ocular; skillet: grip handgrip handle hold; skirt: lap placket seat zip zipper; sky: cloud rainbow; sled: runner;
sledge: runner; sleeper: roomette; sleeve: cuff elbow turnup wristband; sleigh: runner; slide: positive section skid; slideway: skid;
slip: strap; sluice: floodgate penstock sluicegate; sluiceway: floodgate penstock sluicegate; smithy: anvil; snake: twin; snare: slipknot;
sole: shank waist; sonar: pinger; spacecraft: cabin module; span: arch pier trestle; spanner: jaw; spatula: blade grip handgrip handle
hold; spear: barb spearhead spearpoint; specs: bridge nosepiece; spectacles: bridge nosepiece; spectroscope: collimator prism; spigot:
grip handgrip handle hold; spritsail: sprit; spur: rowel; stable: stall; stadium: stand; stage: upstage; staging: scaffold; stair: riser
tread; staircase: landing stair stairhead step; stairway: landing stair stairhead step; stalls: stall; stand: spit; steel: blade foible
forte haft helve hilt; step: riser tread; stereo: amplifier; stereophony: amplifier; stern: escutcheon skeg; sticker: haft helve hilt;
still: condenser retort; stocking: instep; storage: register; store: register shopfront storefront; storefront: shopwindow; stove: grate
grating; stratosphere: ozonosphere; stream: crossing ford meander midstream; streetlight: lamppost; string: fingerboard; strip: runway;
structure: base foot foundation fundament groundwork plate substructure understructure; sub: asdic breather periscope schnorchel schnorkel
snorkel sonar; submarine: asdic breather periscope schnorchel schnorkel snorkel sonar; sun: chromosphere photosphere; sundial: gnomon;
sunglasses: polaroid; superhighway: carriageway; surface: gap opening water; suspender: strap; suspension: cushion shock; sweater:
neckband neckline; sweats: sweatpants sweatshirt; sweatsuit: sweatpants sweatshirt; sword: blade foible forte haft helve hilt; syringe:
bulb; system: infrastructure module substructure; table: leg tabletop tableware; tackle: gig; tail: escutcheon skeg stabilizer; tailcoat:
swallowtail; tails: swallowtail; tank: cannon turret; taper: candlewick wick; tapestry: edging; taphouse: bar barroom ginmill saloon
taproom; teacup: grip handgrip handle hold; teddy: strap; telephone: mouthpiece receiver; telescope: aperture finder prism viewfinder;
television: audio crt kinescope monitor telly tv; telferage: telfer telpher; telly: kinescope; telpherage: telfer telpher; temple: column
entablature pillar; tent: guy; tenter: tenterhook; terminal: keyboard; textile: edging hem; theater: circle greenroom orchestra parquet
parterre pit stage; theatre: circle greenroom orchestra parquet parterre pit stage; theodolite: alidad alidade; thermometer: capillary;
threshold: case casing door doorcase doorframe doorsill doorstep; throughway: carriageway; thruway: carriageway; ticker: crystal face
movement; timekeeper: balance dial escapement hairspring hand; timepiece: balance dial escapement hairspring hand; toilet: can commode
crapper pot potty stool throne; tomb: gravestone headstone tombstone; towboat: helm; tower: helm; track: stretch; tramline: rail rails
runway track; tramway: rail rails runway track; transformer: primary secondary; transistor: base collector emitter; transit: airfield
alidad alidade bridge depot field line span terminal terminus way; transmission: clutch gearbox; transmitter: aerial antenna;
transportation: airfield bridge depot field line span terminal terminus way; trap: bait decoy lure; trident: prong; tripod: leg;
troposphere: tropopause; trousers: lap leg seat trouser zip zipper; truck: bumper roof tailboard tailgate; tube: anode cathode electrode
grid plate; tug: helm; tugboat: helm; tuner: amplifier demodulator detector; tunnel: shaft; turbine: blade rotor stator vane; turbofan:
afterburner fanjet turbojet; turbojet: afterburner fanjet turbofan; turboprop: fanjet turbofan turbojet; turnup: facing; tv: kinescope;
tympan: drumhead head; typewriter: carriage keyboard ribbon; umbrella: gore grip handgrip handle hold panel rib; unit: part piece; upper:
quarter vamp; valve: handwheel; vault: fenestella lunette; vehicle: dashboard splashboard splasher; ventilation: ventilator; vessel:
anchor base bilge bow brim fore hull lip prow rim rudder splashboard stem strake wale washboard; vestment: orphrey; vesture: wardrobe;
view: content subject; violin: fiddlestick; vise: jaw; volcano: crater; volume: back backbone binding cover foredge spine; waggon:
axletree tailboard tailgate; wagon: axletree tailboard tailgate; wall: arch archway capstone cope copestone coping course dado door
doorway header pane paneling panelling pier row stretcher threshold wainscot; ward: cell; watch: crystal face movement; water: reservoir;
watercourse: crossing ford meander midstream; watercraft: anchor bilge bow fore hull prow rudder splashboard stem strake wale washboard;
waterwheel: bucket pail; way: roadside wayside; weaponry: arm weapon; wear: wardrobe; wearable: wardrobe; weave: filling pick warp weft
woof; wedgie: wedge; wharf: bitt bollard; wharfage: bitt bollard; wheel: chain felloe felly handlebar kickstand mudguard pedal rim saddle
sprocket treadle; whip: crop lash stock thong; whirlybird: blade rotor vane; wicket: stump; wind: bell embouchure mouthpiece; windmill:
blade vane; window: case casing mullion pane sash windowpane; wineglass: shank stem; wing: aileron flap flaps rib; wireless: amplifier
demodulator detector radio tuner; wood: thumbhole; woodwind: thumbhole; world: earth geosphere ground hydrosphere land lithosphere sky;
wrench: jaw; yard: yardarm; zambezi: victoria
`
