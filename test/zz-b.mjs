// src/story/article-memory.ts
var weightSteps = 65535;
var headBytes = 8;
function encodeMemory({ vector, compared }) {
  const fields = [vector.title, vector.body, vector.names];
  const terms = fields.reduce((sum, field) => sum + field.terms.length, 0);
  const pairs = compared.arrivals.length;
  const bytes = new Uint8Array(headBytes + 6 * terms + 12 * pairs);
  bytes.set([...fields.map((field) => field.terms.length), vector.hasText ? 1 : 0]);
  new Uint32Array(bytes.buffer, 4, 1)[0] = pairs;
  const { termsAt, arrivalsAt, nearnessAt, evidenceAt, weightsAt } = placesOf(terms, pairs);
  const [allTerms, allWeights] = [
    new Uint32Array(bytes.buffer, termsAt, terms),
    new Uint16Array(bytes.buffer, weightsAt, terms)
  ];
  let at = 0;
  for (const field of fields) {
    allTerms.set(field.terms, at);
    for (const [rank, weight] of field.weights.entries()) allWeights[at + rank] = Math.round(weight * weightSteps);
    at += field.terms.length;
  }
  new Uint32Array(bytes.buffer, arrivalsAt, pairs).set(compared.arrivals);
  new Float32Array(bytes.buffer, nearnessAt, pairs).set(compared.nearness);
  new Float32Array(bytes.buffer, evidenceAt, pairs).set(compared.evidence);
  return bytes;
}
function decodeMemory(bytes) {
  const { buffer } = new Uint8Array(bytes);
  const [title2 = 0, body2 = 0, names2 = 0, hasText = 0] = bytes;
  const pairs = new Uint32Array(buffer, 4, 1)[0] ?? 0;
  const terms = title2 + body2 + names2;
  const { termsAt, arrivalsAt, nearnessAt, evidenceAt, weightsAt } = placesOf(terms, pairs);
  const allTerms = new Uint32Array(buffer, termsAt, terms);
  const steps2 = new Uint16Array(buffer, weightsAt, terms);
  const allWeights = new Float32Array(terms);
  for (let at = 0; at < terms; at += 1) allWeights[at] = (steps2[at] ?? 0) / weightSteps;
  const field = (from, size) => ({
    terms: allTerms.subarray(from, from + size),
    weights: allWeights.subarray(from, from + size)
  });
  return {
    vector: {
      ...{ title: field(0, title2), body: field(title2, body2), names: field(title2 + body2, names2) },
      hasText: hasText === 1
    },
    compared: {
      arrivals: new Uint32Array(buffer, arrivalsAt, pairs),
      nearness: new Float32Array(buffer, nearnessAt, pairs),
      evidence: new Float32Array(buffer, evidenceAt, pairs)
    }
  };
}
function placesOf(terms, pairs) {
  const arrivalsAt = headBytes + 4 * terms;
  const nearnessAt = arrivalsAt + 4 * pairs;
  const evidenceAt = nearnessAt + 4 * pairs;
  return { termsAt: headBytes, arrivalsAt, nearnessAt, evidenceAt, weightsAt: evidenceAt + 4 * pairs };
}

// src/story/one-event.ts
function nearnessOf(shared) {
  const across = (shared.titleInBody + shared.bodyInTitle) / 2;
  return shared.bothNamed ? 0.2 * shared.title + 0.4 * shared.body + 0.3 * shared.names + 0.1 * across : 0.3 * shared.title + 0.5 * shared.body + 0.2 * across;
}
var areStrangers = ({ bothNamed, texts, names: names2 }) => bothNamed && texts && names2 === 0;
var strangersOdds = 12;
var pairSigns = [
  ...["title", "across", "body", "names", "\u221Atitle", "\u221Aacross", "\u221Abody", "\u221Anames", "days"],
  ...["\u221Abody of texts", "\u221Atitle of headlines", "body of texts"]
];
var contextSigns = [
  ...["lesser to nearest", "greater to nearest", "lesser to next two", "greater to next two"],
  ...["lesser to five", "greater to five", "lesser to surroundings", "greater to surroundings"],
  ...["shared surroundings", "\u221Ashared surroundings", "\u221Anearness"]
];
function signsOfPair(shared, into) {
  const { title: title2, body: body2, names: names2, titleInBody, bodyInTitle } = shared;
  const texts = shared.texts ? 1 : 0;
  into[0] = title2;
  into[1] = (titleInBody + bodyInTitle) / 2;
  into[2] = body2;
  into[3] = names2;
  for (let at = 0; at < 4; at += 1) into[4 + at] = Math.sqrt(Math.max(0, into[at] ?? 0));
  into[8] = shared.days;
  into[9] = texts * (into[6] ?? 0);
  into[10] = (1 - texts) * (into[4] ?? 0);
  into[11] = texts * body2;
}
function logOdds(weights, signs) {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (signs[at] ?? 0);
  return sum;
}

// src/story/grown.ts
function grown(array, length) {
  if (length <= array.length) return array;
  const Kind = array.constructor;
  const larger = new Kind(Math.ceil(length * 1.5) + 64);
  larger.set(array);
  return larger;
}

// src/story/neighbours.ts
var neighboursKept = 24;
var surroundings = 10;
var Neighbours = class {
  #slots = new Int32Array(0);
  #nearness = new Float32Array(0);
  #evidence = new Float32Array(0);
  #counts = new Uint8Array(0);
  /** What a neighbour must be nearer than: most that are offered are not, and nothing else is read for them. */
  #least = new Float32Array(0);
  /** Logarithms of softened nearness: of the first, of means of the next two, the first five and the surroundings; the surroundings' norm. */
  #levels = new Float32Array(0);
  /** Makes room for a new article, without neighbours. */
  open(slot) {
    this.#slots = grown(this.#slots, (slot + 1) * neighboursKept);
    this.#nearness = grown(this.#nearness, (slot + 1) * neighboursKept);
    this.#evidence = grown(this.#evidence, (slot + 1) * neighboursKept);
    this.#counts = grown(this.#counts, slot + 1);
    this.#levels = grown(this.#levels, (slot + 1) * levelCount);
    this.#least = grown(this.#least, slot + 1);
    this.#counts[slot] = 0;
    this.#least[slot] = anyNearness;
    this.#levels[slot * levelCount] = unmeasured;
  }
  count(slot) {
    return this.#counts[slot] ?? 0;
  }
  at(slot, rank) {
    return this.#slots[slot * neighboursKept + rank] ?? -1;
  }
  nearness(slot, rank) {
    return this.#nearness[slot * neighboursKept + rank] ?? 0;
  }
  /** How near the nearest one is; 0 where there is none. */
  nearest(slot) {
    return this.count(slot) === 0 ? 0 : this.nearness(slot, 0);
  }
  /** What the two articles by themselves say for one event, as log odds. */
  evidence(slot, rank) {
    return this.#evidence[slot * neighboursKept + rank] ?? 0;
  }
  level(slot, which) {
    if (this.#levels[slot * levelCount] === unmeasured) this.#measure(slot);
    return this.#levels[slot * levelCount + which] ?? 0;
  }
  has(slot, other) {
    const from = slot * neighboursKept;
    const to = from + this.count(slot);
    for (let at = from; at < to; at += 1) if (this.#slots[at] === other) return true;
    return false;
  }
  /** Takes `other` among the neighbours of `slot` where it is near enough. Of equals the one that came first stays ahead. */
  offer(slot, other, nearness, evidence) {
    if (nearness <= (this.#least[slot] ?? 0)) return;
    const from = slot * neighboursKept;
    const count = this.count(slot);
    let at = Math.min(count, neighboursKept - 1);
    for (; at > 0 && nearness > (this.#nearness[from + at - 1] ?? 0); at -= 1) this.#copy(from + at - 1, from + at);
    this.#slots[from + at] = other;
    this.#nearness[from + at] = nearness;
    this.#evidence[from + at] = evidence;
    this.#counts[slot] = Math.min(count + 1, neighboursKept);
    if (count + 1 >= neighboursKept) this.#least[slot] = this.#nearness[from + neighboursKept - 1] ?? 0;
    this.#levels[slot * levelCount] = unmeasured;
  }
  /** Drops neighbours that are open no more, and gives the others the slots that they have now. */
  renumber(slot, slotNow) {
    const from = slot * neighboursKept;
    let kept = 0;
    for (let rank = 0; rank < this.count(slot); rank += 1) {
      const now = slotNow[this.at(slot, rank)] ?? -1;
      if (now < 0) continue;
      this.#copy(from + rank, from + kept);
      this.#slots[from + kept] = now;
      kept += 1;
    }
    if (kept === this.#counts[slot]) return;
    this.#counts[slot] = kept;
    this.#least[slot] = anyNearness;
    this.#levels[slot * levelCount] = unmeasured;
  }
  /** Moves an article's entry into another slot. */
  move(slot, to) {
    if (slot === to) return;
    for (let rank = 0; rank < neighboursKept; rank += 1)
      this.#copy(slot * neighboursKept + rank, to * neighboursKept + rank);
    this.#counts[to] = this.count(slot);
    this.#least[to] = this.#least[slot] ?? anyNearness;
    this.#levels.copyWithin(to * levelCount, slot * levelCount, (slot + 1) * levelCount);
  }
  #copy(from, to) {
    this.#slots[to] = this.#slots[from] ?? -1;
    this.#nearness[to] = this.#nearness[from] ?? 0;
    this.#evidence[to] = this.#evidence[from] ?? 0;
  }
  #measure(slot) {
    const from = slot * neighboursKept;
    const count = Math.min(this.count(slot), surroundings);
    let sum = 0;
    let squares = 0;
    let five = 0;
    for (let rank = 0; rank < count; rank += 1) {
      const nearness = this.#nearness[from + rank] ?? 0;
      sum += nearness;
      squares += nearness * nearness;
      if (rank < 5) five += nearness;
    }
    const nearest = this.nearest(slot);
    const next = (count > 1 ? this.#nearness[from + 1] ?? 0 : 0) + (count > 2 ? this.#nearness[from + 2] ?? 0 : 0);
    const at = slot * levelCount;
    this.#levels[at + levels.nearest] = softLog(nearest);
    this.#levels[at + levels.nextTwo] = softLog(next / 2);
    this.#levels[at + levels.five] = softLog(five / 5);
    this.#levels[at + levels.surroundings] = softLog(sum / surroundings);
    this.#levels[at + levels.norm] = Math.sqrt(squares + nearest ** 2);
  }
};
var levelCount = 5;
var anyNearness = -1;
var unmeasured = Number.POSITIVE_INFINITY;
var soft = 0.1;
var softLog = (nearness) => Math.log(nearness + soft);
var levels = { nearest: 0, nextTwo: 1, five: 2, surroundings: 3, norm: 4 };

// src/story/posting-lists.ts
var headLength = 3;
var firstRoom = 2;
var mostRoom = 64;
var PostingLists = class _PostingLists {
  #terms = new Uint32Array(2 ** 12);
  /** Of each term its newest block, or its only slot as `-1 - slot`. */
  #heads = new Int32Array(2 ** 12);
  #distinct = 0;
  #blocks = new Int32Array(2 ** 12);
  #used = 0;
  add(term, slot) {
    if (2 * this.#distinct >= this.#terms.length) this.#rehash();
    const place = this.#place(term);
    if (this.#terms[place] === 0) {
      this.#terms[place] = term;
      this.#heads[place] = -1 - slot;
      this.#distinct += 1;
      return;
    }
    const block = this.#roomFor(place);
    const size = this.#blocks[block + 1] ?? 0;
    this.#blocks[block + headLength + size] = slot;
    this.#blocks[block + 1] = size + 1;
  }
  /** Fills `into` from `from` on with the newest slots of a term, `most` at the most, and returns how many there are. */
  newest(term, most, into, from) {
    const place = this.#place(term);
    if (this.#terms[place] === 0) return 0;
    let read = 0;
    let head = this.#heads[place] ?? 0;
    for (; head >= 0 && read < most; head = this.#blocks[head] ?? 0) {
      const first2 = head + headLength;
      for (let at = first2 + (this.#blocks[head + 1] ?? 0) - 1; at >= first2 && read < most; at -= 1)
        into[from + read++] = this.#blocks[at] ?? 0;
    }
    if (head < 0 && read < most) into[from + read++] = -1 - head;
    return read;
  }
  /** The lists with the slots that articles have now, without those that are gone (-1). Order stays. */
  renumbered(slotNow) {
    const lists = new _PostingLists();
    const newestFirst = new Int32Array(slotNow.length);
    for (const term of this.#terms) {
      if (term === 0) continue;
      const size = this.newest(term, newestFirst.length, newestFirst, 0);
      for (let at = size - 1; at >= 0; at -= 1) {
        const now = slotNow[newestFirst[at] ?? 0] ?? -1;
        if (now >= 0) lists.add(term, now);
      }
    }
    return lists;
  }
  /** The newest block of the term in this place, with room. */
  #roomFor(place) {
    const head = this.#heads[place] ?? 0;
    const room = head < 0 ? 0 : this.#blocks[head + 2] ?? 0;
    if (head >= 0 && (this.#blocks[head + 1] ?? 0) < room) return head;
    const block = this.#used;
    const more = Math.min(mostRoom, Math.max(firstRoom, 2 * room));
    this.#used += headLength + more;
    this.#blocks = grown(this.#blocks, this.#used);
    this.#blocks[block] = head;
    this.#blocks[block + 1] = 0;
    this.#blocks[block + 2] = more;
    this.#heads[place] = block;
    return block;
  }
  #place(term) {
    const mask3 = this.#terms.length - 1;
    let place = Math.imul(term, 2654435761) >>> 0 & mask3;
    while (this.#terms[place] !== 0 && this.#terms[place] !== term) place = place + 1 & mask3;
    return place;
  }
  #rehash() {
    const [terms, heads] = [this.#terms, this.#heads];
    this.#terms = new Uint32Array(2 * terms.length);
    this.#heads = new Int32Array(2 * terms.length);
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      if (term === 0) continue;
      const place = this.#place(term);
      this.#terms[place] = term;
      this.#heads[place] = heads[at] ?? 0;
    }
  }
};

// src/story/open-articles.ts
var OpenArticles = class {
  #size = 0;
  #slotOf = /* @__PURE__ */ new Map();
  #ids = [];
  /** Days since 1970, NaN where undated. */
  #days = new Float64Array(0);
  #hasText = new Uint8Array(0);
  /** Numbers of arrival; 0 where nobody will ask by it. */
  #arrivals = new Uint32Array(0);
  /** Where an article's terms begin, and how many each field has. */
  #from = new Float64Array(0);
  #titles = new Uint8Array(0);
  #bodies = new Uint8Array(0);
  #names = new Uint8Array(0);
  #terms = new Uint32Array(0);
  #weights = new Uint16Array(0);
  #used = 0;
  #postings = new PostingLists();
  /** Of the terms in hand, how much each article has; zero between two look-ups. */
  #shares = new Float64Array(0);
  #read = new Int32Array(0);
  #bins = new Uint32Array(1024);
  neighbours = new Neighbours();
  get size() {
    return this.#size;
  }
  slotOf(id) {
    return this.#slotOf.get(id);
  }
  idAt(slot) {
    const id = this.#ids[slot];
    if (id === void 0) throw new RangeError(`no open article ${slot}`);
    return id;
  }
  dayAt(slot) {
    return this.#days[slot] ?? Number.NaN;
  }
  arrivalAt(slot) {
    return this.#arrivals[slot] ?? 0;
  }
  /** The article with this number of arrival, -1 where it is not open. Good while all that are open have one, in order. */
  slotOfArrival(arrival) {
    let [from, to] = [0, this.#size];
    while (from < to) {
      const middle = from + to >>> 1;
      if ((this.#arrivals[middle] ?? 0) < arrival) from = middle + 1;
      else to = middle;
    }
    return from < this.#size && this.#arrivals[from] === arrival ? from : -1;
  }
  /** Adds an article that is not open yet; `probes` are the terms by which it is found. Returns its slot. */
  add({ id, day, arrival }, vector, probes) {
    const slot = this.#size;
    this.#makeRoom(slot + 1, vector);
    this.#size += 1;
    this.#slotOf.set(id, slot);
    this.#ids.push(id);
    this.#days[slot] = day;
    this.#arrivals[slot] = arrival;
    this.#hasText[slot] = vector.hasText ? 1 : 0;
    this.#from[slot] = this.#used;
    this.#titles[slot] = this.#keep(vector.title);
    this.#bodies[slot] = this.#keep(vector.body);
    this.#names[slot] = this.#keep(vector.names);
    this.neighbours.open(slot);
    for (const term of probes) this.#postings.add(term, slot);
    return slot;
  }
  #makeRoom(articles, { title: title2, body: body2, names: names2 }) {
    this.#days = grown(this.#days, articles);
    this.#arrivals = grown(this.#arrivals, articles);
    this.#hasText = grown(this.#hasText, articles);
    this.#from = grown(this.#from, articles);
    this.#titles = grown(this.#titles, articles);
    this.#bodies = grown(this.#bodies, articles);
    this.#names = grown(this.#names, articles);
    const terms = this.#used + title2.terms.length + body2.terms.length + names2.terms.length;
    this.#terms = grown(this.#terms, terms);
    this.#weights = grown(this.#weights, terms);
  }
  #keep({ terms, weights }) {
    this.#terms.set(terms, this.#used);
    for (let at = 0; at < weights.length; at += 1)
      this.#weights[this.#used + at] = Math.round((weights[at] ?? 0) * weightSteps);
    this.#used += terms.length;
    return terms.length;
  }
  /**
   * The articles within the window of `day` that share most of the rarest of these terms, the likeliest first. Reads rare terms
   * first and `postingsRead` postings at most, however many articles are open.
   */
  likely(probes, day, limits) {
    if (this.#shares.length < this.#size) this.#shares = new Float64Array(2 * this.#size);
    const met = [];
    let left = limits.postingsRead;
    const slots = this.#read.length < left ? this.#read = new Int32Array(left) : this.#read;
    for (let probe = 0; probe < probes.size && left > 0; probe += 1) {
      const share = (probes.rarities[probe] ?? 0) ** 2;
      const read = this.#postings.newest(probes.terms[probe] ?? 0, left, slots, 0);
      left -= read;
      for (let at = 0; at < read; at += 1) {
        const slot = slots[at] ?? 0;
        const before = this.#shares[slot] ?? 0;
        if (before === 0) {
          if (Math.abs(day - (this.#days[slot] ?? 0)) > limits.windowDays) continue;
          met.push(slot);
        }
        this.#shares[slot] = before + share;
      }
    }
    const likely = this.#mostSharing(met, limits);
    for (const slot of met) this.#shares[slot] = 0;
    return likely;
  }
  /** The slots with the largest shares that may be compared, the largest first; of equals the older ones. */
  #mostSharing(slots, { articlesCompared, articlesSurely, termsCompared }) {
    const shares = this.#shares;
    const long = this.#meanTerms(slots);
    const most = Math.min(articlesCompared, Math.max(articlesSurely, Math.ceil(termsCompared / long)));
    const large = slots.length > most ? this.#large(slots, most) : slots;
    return large.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b).slice(0, most);
  }
  /** How many terms an article of these has, by a few of them. */
  #meanTerms(slots) {
    const step = Math.ceil(slots.length / 16);
    let [terms, read] = [0, 0];
    for (let at = 0; at < slots.length; at += step) {
      terms += this.#length(slots[at] ?? 0);
      read += 1;
    }
    return Math.max(1, terms / read);
  }
  #length(slot) {
    return (this.#titles[slot] ?? 0) + (this.#bodies[slot] ?? 0) + (this.#names[slot] ?? 0);
  }
  /** Few more than the `most` largest, found by counting: sorting thousands would take longer than all the rest. */
  #large(slots, most) {
    let largest = 0;
    for (const slot of slots) largest = Math.max(largest, this.#shares[slot] ?? 0);
    const bins2 = this.#bins.fill(0);
    const scaled = (bins2.length - 1) / largest;
    for (const slot of slots) {
      const bin = (this.#shares[slot] ?? 0) * scaled | 0;
      bins2[bin] = (bins2[bin] ?? 0) + 1;
    }
    let least = bins2.length;
    for (let kept = 0; kept < most && least > 0; kept += bins2[least] ?? 0) least -= 1;
    return slots.filter((slot) => ((this.#shares[slot] ?? 0) * scaled | 0) >= least);
  }
  /** What the article in the probe and the open one in `slot` have in common. */
  compare(probe, vector, day, slot, into) {
    const from = this.#from[slot] ?? 0;
    const titleEnd = from + (this.#titles[slot] ?? 0);
    const bodyEnd = titleEnd + (this.#bodies[slot] ?? 0);
    const namesEnd = bodyEnd + (this.#names[slot] ?? 0);
    let [title2, titleInBody, bodyInTitle, body2, names2] = [0, 0, 0, 0, 0];
    for (let at = from; at < titleEnd; at += 1) {
      const place = probe.find(this.#terms[at] ?? 0);
      if (place < 0) continue;
      const weight = this.#weights[at] ?? 0;
      title2 += weight * probe.title(place);
      bodyInTitle += weight * probe.body(place);
    }
    for (let at = titleEnd; at < bodyEnd; at += 1) {
      const place = probe.find(this.#terms[at] ?? 0);
      if (place < 0) continue;
      const weight = this.#weights[at] ?? 0;
      body2 += weight * probe.body(place);
      titleInBody += weight * probe.title(place);
    }
    for (let at = bodyEnd; at < namesEnd; at += 1) {
      const place = probe.find(this.#terms[at] ?? 0);
      if (place >= 0) names2 += (this.#weights[at] ?? 0) * probe.names(place);
    }
    const apart2 = Math.abs(day - (this.#days[slot] ?? 0));
    into.title = title2 / weightSteps;
    into.body = body2 / weightSteps;
    into.names = names2 / weightSteps;
    into.titleInBody = titleInBody / weightSteps;
    into.bodyInTitle = bodyInTitle / weightSteps;
    into.days = Number.isNaN(apart2) ? 0 : Math.floor(apart2);
    into.texts = vector.hasText && this.#hasText[slot] === 1;
    into.bothNamed = vector.names.terms.length > 0 && namesEnd > bodyEnd;
  }
  /** The terms of an open article, for saying what it shares. */
  termsAt(slot) {
    const from = this.#from[slot] ?? 0;
    const bodyEnd = from + (this.#titles[slot] ?? 0) + (this.#bodies[slot] ?? 0);
    return {
      words: this.#terms.subarray(from, bodyEnd),
      names: this.#terms.subarray(bodyEnd, bodyEnd + (this.#names[slot] ?? 0))
    };
  }
  /**
   * Forgets the articles for which `stays` is false: what is left moves together and the lists of postings are made again, in
   * time proportional to what was open. Returns the new slot of each old one, -1 for those that are gone.
   */
  forget(stays) {
    const now = new Int32Array(this.#size).fill(-1);
    let kept = 0;
    let used = 0;
    this.#slotOf.clear();
    for (let slot = 0; slot < this.#size; slot += 1) {
      if (!stays(slot)) continue;
      now[slot] = kept;
      used = this.#moveTo(slot, kept, used);
      kept += 1;
    }
    this.#size = kept;
    this.#used = used;
    this.#ids.length = kept;
    for (let slot = 0; slot < kept; slot += 1) this.neighbours.renumber(slot, now);
    this.#postings = this.#postings.renumbered(now);
    return now;
  }
  #moveTo(slot, to, used) {
    const from = this.#from[slot] ?? 0;
    const length = this.#length(slot);
    this.#terms.copyWithin(used, from, from + length);
    this.#weights.copyWithin(used, from, from + length);
    const id = this.idAt(slot);
    this.#slotOf.set(id, to);
    this.#ids[to] = id;
    for (const column of [this.#days, this.#arrivals, this.#hasText, this.#titles, this.#bodies, this.#names])
      column[to] = column[slot] ?? 0;
    this.#from[to] = used;
    this.neighbours.move(slot, to);
    return used + length;
  }
};

// src/story/probe.ts
var places = 4096;
var mask = places - 1;
var Probe = class {
  #terms = new Uint32Array(places);
  #title = new Float32Array(places);
  #body = new Float32Array(places);
  #names = new Float32Array(places);
  #used = [];
  /** Forgets the article before. A vector has a few hundred terms at most: the table never fills. */
  fill({ title: title2, body: body2, names: names2 }) {
    for (const place of this.#used) {
      this.#terms[place] = 0;
      this.#title[place] = 0;
      this.#body[place] = 0;
      this.#names[place] = 0;
    }
    this.#used.length = 0;
    for (const [field, { terms, weights }] of [
      [this.#title, title2],
      [this.#body, body2],
      [this.#names, names2]
    ]) {
      for (let at = 0; at < terms.length; at += 1) field[this.#place(terms[at] ?? 0)] = weights[at] ?? 0;
    }
  }
  #place(term) {
    let place = term & mask;
    while (this.#terms[place] !== term) {
      if (this.#terms[place] === 0) {
        this.#terms[place] = term;
        this.#used.push(place);
        break;
      }
      place = place + 1 & mask;
    }
    return place;
  }
  /** Where a term of another article stands; -1 where this one does not have it. */
  find(term) {
    let place = term & mask;
    for (let held = this.#terms[place]; held !== 0; held = this.#terms[place]) {
      if (held === term) return place;
      place = place + 1 & mask;
    }
    return -1;
  }
  title(place) {
    return this.#title[place] ?? 0;
  }
  body(place) {
    return this.#body[place] ?? 0;
  }
  names(place) {
    return this.#names[place] ?? 0;
  }
};

// src/story/term-counts.ts
var places2 = 2 ** 15;
var mask2 = places2 - 1;
var mostTerms = 2 ** 14;
var TermCounts = class {
  #table = new Int16Array(places2).fill(-1);
  terms = new Uint32Array(mostTerms);
  counts = new Float32Array(mostTerms);
  size = 0;
  clear() {
    for (let at = 0; at < this.size; at += 1) {
      let place = (this.terms[at] ?? 0) & mask2;
      while (this.#table[place] !== -1) {
        this.#table[place] = -1;
        place = place + 1 & mask2;
      }
    }
    this.size = 0;
  }
  add(term, count) {
    const at = this.#at(term);
    if (at >= 0) this.counts[at] = (this.counts[at] ?? 0) + count;
  }
  set(term, count) {
    const at = this.#at(term);
    if (at >= 0) this.counts[at] = count;
  }
  /** Which of the terms it is; -1 where it is none of them. */
  indexOf(term) {
    let place = term & mask2;
    for (let at = this.#table[place] ?? -1; at !== -1; at = this.#table[place] ?? -1) {
      if (this.terms[at] === term) return at;
      place = place + 1 & mask2;
    }
    return -1;
  }
  #at(term) {
    let place = term & mask2;
    for (let at = this.#table[place] ?? -1; at !== -1; at = this.#table[place] ?? -1) {
      if (this.terms[at] === term) return at;
      place = place + 1 & mask2;
    }
    if (this.size === mostTerms) return -1;
    this.#table[place] = this.size;
    this.terms[this.size] = term;
    this.counts[this.size] = 0;
    this.size += 1;
    return this.size - 1;
  }
};

// src/story/vector.ts
var places3 = 2 ** 14;
var steps = 2 ** 20;
var weightAt = new Float32Array(places3);
var rarityAt = new Float64Array(places3);
var order = new Float64Array(places3);
var bins = new Uint32Array(256);
var FieldMaker = class {
  counts = new TermCounts();
  #terms;
  #weights;
  constructor(most) {
    this.#terms = new Uint32Array(most);
    this.#weights = new Float32Array(most);
  }
  add({ hashes, counts }, factor = 1) {
    for (let at = 0; at < hashes.length; at += 1) this.counts.add(hashes[at] ?? 0, factor * (counts[at] ?? 0));
  }
  /** The `most` heaviest terms, of equal weights those that stand earlier; good until the next article's. */
  heaviest(most, frequencies) {
    const { terms, counts, size } = this.counts;
    frequencies.rarities(terms, size, rarityAt);
    let heaviest = 0;
    for (let at = 0; at < size; at += 1) {
      const count = counts[at] ?? 0;
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (rarityAt[at] ?? 0);
      weightAt[at] = weight;
      order[at] = -Math.round(weight * steps) * places3 + at;
      heaviest = Math.max(heaviest, weight);
    }
    const kept = Math.min(most, size, mostKept);
    const least = size > 2 * kept ? leastOf(size, kept, heaviest) : 0;
    let sorted = 0;
    for (let at = 0; at < size; at += 1) if ((weightAt[at] ?? 0) >= least) order[sorted++] = order[at] ?? 0;
    order.subarray(0, sorted).sort();
    let squares = 0;
    for (let rank = 0; rank < kept; rank += 1) {
      const key = order[rank] ?? 0;
      const place = key - Math.floor(key / places3) * places3;
      const weight = weightAt[place] ?? 0;
      this.#terms[rank] = terms[place] ?? 0;
      this.#weights[rank] = weight;
      squares += weight * weight;
    }
    const norm = squares === 0 ? 1 : Math.sqrt(squares);
    for (let rank = 0; rank < kept; rank += 1) this.#weights[rank] = (this.#weights[rank] ?? 0) / norm;
    return { terms: this.#terms.subarray(0, kept), weights: this.#weights.subarray(0, kept) };
  }
};
function leastOf(size, kept, heaviest) {
  bins.fill(0);
  const scaled = (bins.length - 1) / heaviest;
  for (let at = 0; at < size; at += 1) {
    const bin2 = (weightAt[at] ?? 0) * scaled | 0;
    bins[bin2] = (bins[bin2] ?? 0) + 1;
  }
  let bin = bins.length;
  for (let above = 0; above < kept && bin > 0; above += bins[bin] ?? 0) bin -= 1;
  return bin / (bins.length - 1) * heaviest * (1 - 1e-6);
}
var mostKept = 256;
var title = new FieldMaker(mostKept);
var body = new FieldMaker(mostKept);
var names = new FieldMaker(mostKept);
function vectorOf(features, frequencies, settings) {
  for (const { counts } of [title, body, names]) counts.clear();
  title.add(features.title);
  body.add(features.lead, settings.leadFactor);
  body.add(features.body);
  body.add(features.title);
  for (const number2 of features.numbers.hashes) body.counts.set(number2, 1);
  names.add(features.names);
  const [words, called] = [body.counts, names.counts];
  const all = new Uint32Array(words.size + called.size);
  all.set(words.terms.subarray(0, words.size));
  all.set(called.terms.subarray(0, called.size), words.size);
  return {
    title: title.heaviest(settings.titleTerms, frequencies),
    body: body.heaviest(settings.bodyTerms, frequencies),
    names: names.heaviest(settings.nameTerms, frequencies),
    all,
    hasText: features.lead.hashes.length > 0
  };
}
function probesOf({ title: title2, body: body2, names: names2 }, most) {
  const probes = /* @__PURE__ */ new Set();
  const fields = [title2, names2, body2].map(({ terms }) => terms);
  const longest = Math.max(...fields.map((terms) => terms.length));
  for (let at = 0; at < longest; at += 1) {
    for (const terms of fields) {
      const term = terms[at];
      if (term !== void 0 && probes.size < most) probes.add(term);
    }
  }
  return [...probes];
}

// src/story/article-index.ts
var dayMs = 864e5;
var ArticleIndex = class {
  open = new OpenArticles();
  #settings;
  #frequencies;
  #probe = new Probe();
  #signs = new Float64Array(pairSigns.length);
  #shared = {
    ...{ title: 0, body: 0, names: 0, titleInBody: 0, bodyInTitle: 0 },
    ...{ days: 0, texts: false, bothNamed: false }
  };
  /** The article that was taken in last, and its pairs. */
  #taken = null;
  #rated;
  #arrivals;
  #nearness;
  #odds;
  constructor(settings, frequencies) {
    this.#settings = settings;
    this.#frequencies = frequencies;
    this.#rated = { terms: new Uint32Array(settings.termsProbed), rarities: new Float64Array(settings.termsProbed) };
    this.#arrivals = new Uint32Array(settings.articlesCompared);
    this.#nearness = new Float32Array(settings.articlesCompared);
    this.#odds = new Float32Array(settings.articlesCompared);
  }
  rarity(term) {
    return this.#frequencies.rarity(term);
  }
  /** Time has come to this UTC day, counted from 1970. */
  advanceTo(day) {
    this.#frequencies.advanceTo(day);
  }
  /**
   * Opens an article, compares it with those that it is likely near to, and counts its terms. `arrival` is its number among those
   * that a restart is told of, 0 where it is none of them. Returns its slot.
   */
  takeIn({ articleId: articleId2, features, when }, evidence, arrival = 0) {
    const { termsIndexed, termsProbed } = this.#settings;
    const day = dayOf(when);
    const vector = vectorOf(features, this.#frequencies, this.#settings);
    const probes = probesOf(vector, Math.max(termsIndexed, termsProbed));
    const likely = this.open.likely(this.#rarestFirst(probes.slice(0, termsProbed)), day, this.#settings);
    const slot = this.open.add({ id: articleId2, day, arrival }, vector, probes.slice(0, termsIndexed));
    this.#probe.fill(vector);
    this.#taken = { vector, pairs: likely.length };
    for (let at = 0; at < likely.length; at += 1) this.#compare(slot, vector, day, likely[at] ?? 0, evidence, at);
    this.#frequencies.count(vector.all);
    return slot;
  }
  /** What a restart must be told of the article that was taken in last; to be asked before the next one is. */
  memory() {
    if (this.#taken === null) throw new Error("no article was taken in");
    const { vector, pairs } = this.#taken;
    const compared = {
      arrivals: this.#arrivals.subarray(0, pairs),
      nearness: this.#nearness.subarray(0, pairs),
      evidence: this.#odds.subarray(0, pairs)
    };
    return { bytes: encodeMemory({ vector, compared }), counted: vector.all };
  }
  /** Opens an article again as it was when it was taken in. Those before it, in order of arrival, must have been. */
  restore({ articleId: articleId2, when, arrival }, { vector, compared }) {
    const probes = probesOf(vector, this.#settings.termsIndexed);
    const slot = this.open.add({ id: articleId2, day: dayOf(when), arrival }, vector, probes);
    for (let at = 0; at < compared.arrivals.length; at += 1) {
      const other = this.open.slotOfArrival(compared.arrivals[at] ?? 0);
      if (other >= 0) this.#offer(slot, other, compared.nearness[at] ?? 0, compared.evidence[at] ?? 0);
    }
  }
  /** Counts the terms of an article that is not taken in again, as when it arrived. */
  count(terms, ofDay) {
    this.#frequencies.count(terms, ofDay);
  }
  /** Good until the next article's. Few enough to be put in order one by one. */
  #rarestFirst(probes) {
    const { terms, rarities } = this.#rated;
    for (const [size, term] of probes.entries()) {
      const rarity = this.#frequencies.rarity(term);
      let at = size;
      for (; at > 0 && isRarer(rarity, term, rarities[at - 1] ?? 0, terms[at - 1] ?? 0); at -= 1) {
        terms[at] = terms[at - 1] ?? 0;
        rarities[at] = rarities[at - 1] ?? 0;
      }
      terms[at] = term;
      rarities[at] = rarity;
    }
    return { terms, rarities, size: probes.length };
  }
  #compare(slot, vector, day, other, evidence, at) {
    this.open.compare(this.#probe, vector, day, other, this.#shared);
    signsOfPair(this.#shared, this.#signs);
    const nearness = Math.fround(nearnessOf(this.#shared));
    const odds = evidence(this.#signs, slot, other) - (areStrangers(this.#shared) ? strangersOdds : 0);
    this.#offer(slot, other, nearness, odds);
    this.#arrivals[at] = this.open.arrivalAt(other);
    this.#nearness[at] = nearness;
    this.#odds[at] = odds;
  }
  #offer(slot, other, nearness, odds) {
    this.open.neighbours.offer(slot, other, nearness, odds);
    this.open.neighbours.offer(other, slot, nearness, odds);
  }
};
var isRarer = (rarity, term, than, other) => rarity > than || rarity === than && term < other;
var dayOf = (when) => when === null ? Number.NaN : when.getTime() / dayMs;

// src/story/term-hash.ts
var kinds = { word: 2166136261, name: 789269575, number: 1779033703 };
function termHash(kind, term) {
  let hash = kinds[kind];
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0 || 1;
}

// src/story/frequencies.ts
var bits = 20;
var Frequencies = class {
  /** Two bytes each where they are enough: the fewer, the more of them are near the processor. */
  #counts;
  #settings;
  /** The counted articles, a ring of their terms. */
  #last = [];
  #rarities;
  #rarityAsOf;
  #grade;
  /** Articles of the day, to be counted when it ends. */
  #waiting = [];
  #day = Number.NEGATIVE_INFINITY;
  #ofDay = 0;
  #next = 0;
  #articles;
  /** `prior`: stem → share of articles, 0 to 1. */
  constructor(settings, prior) {
    this.#settings = settings;
    const most = 4 * (settings.priorArticles + settings.countedArticles);
    this.#counts = most < 2 ** 16 ? new Uint16Array(2 ** bits) : new Uint32Array(2 ** bits);
    this.#articles = settings.priorArticles;
    this.#grade = gradeOf(this.#articles);
    this.#rarityAsOf = articlesOf(this.#grade);
    this.#rarities = new Float64Array(settings.priorArticles + settings.countedArticles + 2).fill(Number.NaN);
    for (const [stem, share] of prior)
      this.#counts[placeOf(termHash("word", stem))] = Math.round(share * settings.priorArticles);
  }
  /** One more article in which these terms stand. `ofDay`: which of its day's it is, told of the first after a restart. */
  count(terms, ofDay = this.#ofDay + 1) {
    this.#ofDay = ofDay;
    this.#waiting.push(terms);
    if (ofDay % this.#settings.countedArticles === 0 || !hasDays(this.#day)) this.#countWaiting();
  }
  /** Time has come to this day, counted from 1970. */
  advanceTo(day) {
    if (day <= this.#day) return;
    this.#day = day;
    this.#ofDay = 0;
    this.#countWaiting();
  }
  #countWaiting() {
    for (const terms of this.#waiting) this.#countNow(terms);
    this.#waiting = [];
  }
  /** The oldest counted article goes for the new one: old news fades. */
  #countNow(terms) {
    const oldest = this.#last[this.#next];
    if (oldest !== void 0) this.#countBy(-1, oldest);
    this.#last[this.#next] = terms;
    this.#next = (this.#next + 1) % this.#settings.countedArticles;
    this.#countBy(1, terms);
    const grade = gradeOf(this.#articles);
    if (grade === this.#grade) return;
    this.#grade = grade;
    this.#rarityAsOf = articlesOf(grade);
    this.#rarities.fill(Number.NaN);
  }
  #countBy(step, terms) {
    for (const term of terms) {
      const place = placeOf(term);
      this.#counts[place] = (this.#counts[place] ?? 0) + step;
    }
    this.#articles += step;
  }
  /** How much sharing this term says: high for a term that few articles have. */
  rarity(term) {
    return this.#rarityOf(this.#counts[placeOf(term)] ?? 0);
  }
  /** Fills `into` with the rarity of each of the first `size` terms. */
  rarities(terms, size, into) {
    for (let at = 0; at < size; at += 1) into[at] = this.#counts[placeOf(terms[at] ?? 0)] ?? 0;
    for (let at = 0; at < size; at += 1) into[at] = this.#rarityOf(into[at] ?? 0);
  }
  #rarityOf(count) {
    const known2 = this.#rarities[count];
    if (known2 !== void 0 && !Number.isNaN(known2)) return known2;
    const rarity = Math.log(1 + Math.max(0.5, this.#rarityAsOf - count + 0.5) / (count + 0.5)) ** this.#settings.rarityPower;
    this.#rarities[count] = rarity;
    return rarity;
  }
};
var gradeOf = (articles) => Math.floor(Math.log(Math.max(1, articles)) / Math.log(1.01));
var articlesOf = (grade) => 1.01 ** grade;
var hasDays = (day) => day > Number.NEGATIVE_INFINITY;
var placeOf = (term) => term >>> 32 - bits;

// src/story/ordinary-words.ts
var table = `
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
volunt warm wast weaken wealth weight widespread willing window witch wrap younger zone`;
var ordinaryWords = readTable(table);
function readTable(text) {
  const shares = /* @__PURE__ */ new Map();
  let share = 0;
  for (const word of text.trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) share = Number(word) / 100;
    else shares.set(word, share);
  }
  return shares;
}

// src/story/linkage.ts
function averageLinkage({ sizes, sums, forbidden }, least, known2) {
  return linked(sizes, [sums], forbidden, least, (at, a, b) => meanOf(sums[at] ?? 0, a, b, known2));
}
function deepLinkage({ sizes, sums, halves, forbidden }, least, known2, largeFactor) {
  return linked(sizes, [sums, halves], forbidden, least, (at, a, b) => {
    const share = Math.min(1, known2 / (a + b - 1));
    const sum = share * (sums[at] ?? 0) + (1 - share) * (halves[at] ?? 0);
    return meanOf(sum, a, b, known2) * Math.min(largeFactor, 1 / share);
  });
}
function meanOf(sum, a, b, known2) {
  return sum / (a * b * Math.min(1, known2 / (a + b - 1)));
}
function linked(sizes, tables, forbidden, least, mean) {
  const count = sizes.length;
  const group = Array.from({ length: count }, (_, at) => at);
  const alive = group.slice();
  const [sums = new Float64Array(0)] = tables;
  const nearest = new Int32Array(count);
  const means = new Float64Array(count);
  const meanAt = (i, j) => {
    const at = i * count + j;
    return sums[at] === 0 || forbidden[at] === 1 ? -1 : mean(at, sizes[i] ?? 1, sizes[j] ?? 1);
  };
  const look = (place) => {
    const i = alive[place] ?? 0;
    means[i] = -1;
    for (let next = place + 1; next < alive.length; next += 1) {
      const j = alive[next] ?? 0;
      const near = meanAt(i, j);
      if (near > (means[i] ?? 0)) [nearest[i], means[i]] = [j, near];
    }
  };
  for (const place of alive.keys()) look(place);
  for (; ; ) {
    let into = -1;
    for (const i of alive) if ((means[i] ?? 0) > (into < 0 ? -1 : means[into] ?? 0)) into = i;
    if (into < 0 || (means[into] ?? 0) < least) return group;
    const from = nearest[into] ?? 0;
    merge(count, tables, forbidden, into, from);
    sizes[into] = (sizes[into] ?? 1) + (sizes[from] ?? 1);
    alive.splice(alive.indexOf(from), 1);
    for (let at = 0; at < count; at += 1) if (group[at] === from) group[at] = into;
    for (const [place, i] of alive.entries()) {
      if (i === into || means[i] !== -1 && (nearest[i] === into || nearest[i] === from)) look(place);
      else if (i < into) {
        const near = meanAt(i, into);
        const before = means[i] ?? 0;
        if (near > before || near === before && near !== -1 && into < (nearest[i] ?? 0))
          [nearest[i], means[i]] = [into, near];
      }
    }
  }
}
function merge(count, tables, forbidden, into, from) {
  for (let other = 0; other < count; other += 1) {
    if (other === into || other === from) continue;
    for (const sums of tables) {
      const sum = (sums[into * count + other] ?? 0) + (sums[from * count + other] ?? 0);
      sums[into * count + other] = sum;
      sums[other * count + into] = sum;
    }
    if (forbidden[from * count + other] === 1) {
      forbidden[into * count + other] = 1;
      forbidden[other * count + into] = 1;
    }
  }
}

// src/story/pair-sums.ts
var sampled = 24;
var PairSums = class {
  #near;
  #around;
  #model;
  #signs = new Float64Array(contextSigns.length);
  #unitOf = new Int32Array(1024).fill(-1);
  constructor(near, around, model) {
    this.#near = near;
    this.#around = around;
    this.#model = model;
  }
  /** Takes an article in hand, whose pairs are asked for next. */
  of(slot) {
    this.#around.of(slot);
  }
  /** The chance that the article in hand and its neighbour are about one event. */
  chance(slot, rank) {
    const near = this.#near;
    this.#around.signs(near.at(slot, rank), near.nearness(slot, rank), this.#signs, 0);
    return 1 / (1 + Math.exp(-near.evidence(slot, rank) - logOdds(this.#model.context, this.#signs)));
  }
  /** Sums of units with each other, as `averageLinkage` takes them. */
  sums(units) {
    const sums = new Float64Array(units.length ** 2);
    this.#mark(units);
    for (const [at, { slots }] of units.entries()) {
      const asked = someOf(slots);
      for (const slot of asked) this.#addPairs(slot, at, units, slots.length / asked.length, sums);
    }
    this.#unmark(units);
    return sums;
  }
  /** Sums of units with each other, as `deepLinkage` takes them. */
  deepSums(units) {
    const sums = new Float64Array(units.length ** 2);
    const halves = new Float64Array(units.length ** 2);
    this.#mark(units);
    for (const [at, { slots }] of units.entries())
      for (const slot of slots) this.#addAllPairs(slot, at, units.length, sums, halves);
    this.#unmark(units);
    return { sums, halves };
  }
  /** 1 for each two units of which one has an article that `apartFrom` keeps apart from one of the other; else 0. */
  apart(units, apartFrom) {
    const apart2 = new Uint8Array(units.length ** 2);
    if (apartFrom === null) return apart2;
    this.#mark(units);
    for (const [at, { slots }] of units.entries()) {
      for (const other of slots.flatMap(apartFrom)) {
        const unit = this.#unitOf[other] ?? -1;
        if (unit < 0 || unit === at) continue;
        apart2[at * units.length + unit] = 1;
        apart2[unit * units.length + at] = 1;
      }
    }
    this.#unmark(units);
    return apart2;
  }
  #mark(units) {
    for (const [at, { slots }] of units.entries()) {
      const most = slots.at(-1) ?? 0;
      if (most >= this.#unitOf.length) {
        const larger = new Int32Array(2 * most).fill(-1);
        larger.set(this.#unitOf);
        this.#unitOf = larger;
      }
      for (const slot of slots) this.#unitOf[slot] = at;
    }
  }
  #unmark(units) {
    for (const { slots } of units) for (const slot of slots) this.#unitOf[slot] = -1;
  }
  /** Pairs of two articles of their own are counted from either's list, once; a large story's from the other side alone. */
  #addPairs(slot, at, units, weight, sums) {
    const near = this.#near;
    let inHand = false;
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank);
      const unit = this.#unitOf[other] ?? -1;
      if (unit < 0 || unit === at || isCountedThere(near, slot, other, units[at], units[unit])) continue;
      if (!inHand) this.of(slot);
      inHand = true;
      addTo(sums, units.length, at, unit, weight * this.chance(slot, rank));
    }
  }
  #addAllPairs(slot, at, count, sums, halves) {
    const near = this.#near;
    let inHand = false;
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const other = near.at(slot, rank);
      const unit = this.#unitOf[other] ?? -1;
      if (unit < 0 || unit === at) continue;
      const isMutual = near.has(other, slot);
      if (isMutual && other < slot) continue;
      if (!inHand) this.of(slot);
      inHand = true;
      const chance = this.chance(slot, rank);
      addTo(sums, count, at, unit, chance);
      addTo(halves, count, at, unit, isMutual ? chance : chance / 2);
    }
  }
};
var someOf = (slots) => slots.length <= sampled ? slots : Array.from({ length: sampled }, (_, at) => slots[Math.floor(at * slots.length / sampled)] ?? 0);
function addTo(sums, count, one, other, value) {
  const sum = (sums[one * count + other] ?? 0) + value;
  sums[one * count + other] = sum;
  sums[other * count + one] = sum;
}
function isCountedThere(near, slot, other, own, its) {
  const [mine, theirs] = [own?.slots.length ?? 1, its?.slots.length ?? 1];
  if (mine !== theirs) return mine > theirs;
  return other < slot && near.has(other, slot);
}

// src/story/second-look.ts
var worthALook = 0.05;
var SecondLook = class {
  #near;
  #members;
  #settings;
  #pairs;
  constructor(parts, settings, model) {
    this.#near = parts.near;
    this.#members = parts.members;
    this.#settings = settings;
    this.#pairs = new PairSums(parts.near, parts.around, model);
  }
  at(slot, rules) {
    const near = this.#storiesNear(slot);
    const stories = /* @__PURE__ */ new Set([...this.#linkedTo(slot, rules), ...near.map(({ story }) => story)]);
    const { oneStoryAt, smallStory, secondLook } = this.#settings;
    const units = this.#unitsOf(slot, [...stories], rules, { small: smallStory, most: secondLook });
    const sums = this.#pairs.sums(units);
    const forbidden = this.#pairs.apart(units, rules?.apartFrom ?? null);
    const linked2 = averageLinkage({ sizes: sizesOf(units), sums: sums.slice(), forbidden }, oneStoryAt, neighboursKept);
    const groups = this.#groups(units, linked2, sums);
    const own = groups.find(({ slots }) => slots.includes(slot))?.slots ?? [];
    return { groups: this.#isDueToDeepLook(own) ? this.#deepLook(slot, own, rules) : groups, near };
  }
  /** The mean chance of the pairs of two groups, of those that are known; 0 where one is empty. */
  meanChance(slots, others) {
    if (slots.length === 0 || others.length === 0) return 0;
    const sums = this.#pairs.sums([
      { slots, story: void 0 },
      { slots: others, story: void 0 }
    ]);
    return Math.min(1, meanOf(sums[1] ?? 0, slots.length, others.length, neighboursKept));
  }
  /**
   * Each time that a large story has grown by so much, by its size alone: a restart knows no more of it. Not where the look
   * could not hold the whole group: what must be together would be torn apart.
   */
  #isDueToDeepLook(group) {
    const { smallStory, deepGrowth, deepStory, deepLook } = this.#settings;
    if (group.length <= smallStory) return false;
    const steps2 = (size) => Math.floor(Math.log(size) / Math.log(deepGrowth));
    const sizes = this.#storiesOf(group).map((story) => this.#members.of(story).length);
    const units = sizes.reduce((sum, size) => sum + (size <= deepStory ? size : 1), 1);
    return steps2(group.length) > steps2(Math.max(1, ...sizes)) && units <= deepLook;
  }
  /** How the articles of the stories that a group is of, and of those around it, fall into groups. */
  #deepLook(slot, group, rules) {
    const { oneStoryAt, deepStory, deepLook, largeFactor } = this.#settings;
    const stories = /* @__PURE__ */ new Set([...this.#storiesOf(group), ...this.#storiesAround(group)]);
    const units = this.#unitsOf(slot, [...stories], rules, { small: deepStory, most: deepLook });
    const { sums, halves } = this.#pairs.deepSums(units);
    const forbidden = this.#pairs.apart(units, rules?.apartFrom ?? null);
    const deep = { sizes: sizesOf(units), sums: sums.slice(), halves, forbidden };
    return this.#groups(units, deepLinkage(deep, oneStoryAt, neighboursKept, largeFactor), sums);
  }
  #storiesOf(slots) {
    const stories = /* @__PURE__ */ new Set();
    let last;
    for (const slot of slots) {
      const story = this.#members.storyOf(slot);
      if (story !== void 0 && story !== last) stories.add(story);
      last = story;
    }
    return [...stories];
  }
  /** Where the articles are that the arriving one must be together with. */
  #linkedTo(slot, rules) {
    const linked2 = rules?.linked(slot) ?? [];
    return linked2.flatMap((other) => this.#members.storyOf(other) ?? []);
  }
  #storiesNear(slot) {
    const near = this.#near;
    const sums = /* @__PURE__ */ new Map();
    this.#pairs.of(slot);
    for (let rank = 0; rank < near.count(slot); rank += 1) {
      const story = this.#members.storyOf(near.at(slot, rank));
      if (story === void 0) continue;
      const chance = this.#pairs.chance(slot, rank);
      const sum = sums.get(story);
      if (chance >= worthALook || sum !== void 0) sums.set(story, (sum ?? 0) + chance);
    }
    return this.#byMeans(sums, 1);
  }
  /** The stories that are near to a group on the whole, by some of its articles. */
  #storiesAround(group) {
    const near = this.#near;
    const sums = /* @__PURE__ */ new Map();
    const asked = someOf(group);
    for (const slot of asked) {
      this.#pairs.of(slot);
      for (let rank = 0; rank < near.count(slot); rank += 1) {
        const story = this.#members.storyOf(near.at(slot, rank));
        if (story !== void 0) sums.set(story, (sums.get(story) ?? 0) + this.#pairs.chance(slot, rank));
      }
    }
    return this.#byMeans(sums, asked.length).flatMap(({ story, chance }) => chance >= worthALook ? story : []);
  }
  /** The likeliest first; of equals the older. */
  #byMeans(sums, asked) {
    const of = (story) => this.#members.of(story);
    return Array.from(sums, ([story, sum]) => ({
      story,
      chance: meanOf(sum, asked, of(story).length, neighboursKept)
    })).sort((a, b) => b.chance - a.chance || first(of(a.story)) - first(of(b.story)));
  }
  #unitsOf(slot, stories, rules, { small, most }) {
    const units = [{ slots: [slot], story: void 0 }];
    for (const story of stories) {
      if (rules?.isLocked(story)) continue;
      const members = this.#members.of(story);
      const isSmall = members.length <= small;
      if (units.length + (isSmall ? members.length : 1) > most) break;
      if (isSmall) for (const member of members) units.push({ slots: [member], story });
      else units.push({ slots: members, story });
    }
    return rules === null ? units : united(units, rules);
  }
  #groups(units, groups, sums) {
    const byRoot = /* @__PURE__ */ new Map();
    for (const [unit, root] of groups.entries()) byRoot.set(root, [...byRoot.get(root) ?? [], unit]);
    return [...byRoot.values()].map((members) => {
      const slots = inOrder(members.map((unit) => units[unit]?.slots ?? []));
      const sum = members.reduce((total, unit) => total + (unit === 0 ? 0 : sums[unit] ?? 0), 0);
      const own = units[0]?.slots.length ?? 1;
      const isOwn = members.includes(0) && slots.length > own;
      return { slots, chance: isOwn ? Math.min(1, meanOf(sum, own, slots.length - own, neighboursKept)) : 0 };
    });
  }
};
function inOrder(lists) {
  const [only] = lists;
  if (only !== void 0 && lists.length === 1) return only;
  const slots = lists.toReversed().flat();
  return slots.every((slot, at) => at === 0 || slot > (slots[at - 1] ?? 0)) ? slots : slots.sort((a, b) => a - b);
}
var first = (slots) => slots[0] ?? 0;
var sizesOf = (units) => units.map(({ slots }) => slots.length);
function united(units, rules) {
  const left = [...units];
  const result = [];
  for (let unit = left.shift(); unit !== void 0; unit = left.shift()) {
    const slots = [...unit.slots];
    for (const slot of slots) {
      for (const linked2 of rules.linked(slot)) {
        if (slots.includes(linked2)) continue;
        const at = left.findIndex((other) => other.slots.includes(linked2));
        if (at >= 0) slots.push(...left.splice(at, 1)[0]?.slots ?? []);
      }
    }
    result.push({ slots: slots.sort((a, b) => a - b), story: unit.story });
  }
  return result;
}

// src/story/settings.ts
var storySettings = {
  version: 4,
  oneStoryAt: 0.3,
  leadFactor: 2,
  rarityPower: 0.8,
  titleTerms: 30,
  bodyTerms: 64,
  nameTerms: 40,
  windowDays: 5,
  termsIndexed: 32,
  termsProbed: 32,
  postingsRead: 500,
  articlesCompared: 256,
  articlesSurely: 32,
  termsCompared: 3e3,
  smallStory: 24,
  secondLook: 80,
  deepGrowth: 1.15,
  deepStory: 300,
  deepLook: 400,
  largeFactor: 3,
  priorArticles: 200,
  countedArticles: 5e3
};

// src/story/story-members.ts
var StoryMembers = class {
  #members = /* @__PURE__ */ new Map();
  #storyOf = [];
  get stories() {
    return this.#members.size;
  }
  storyOf(slot) {
    return this.#storyOf[slot];
  }
  of(story) {
    return this.#members.get(story) ?? [];
  }
  put(slot, story) {
    const before = this.#storyOf[slot];
    if (before === story) return;
    if (before !== void 0) this.#remove(slot, before);
    this.#storyOf[slot] = story;
    const members = this.#members.get(story);
    if (members === void 0) this.#members.set(story, [slot]);
    else {
      members.push(slot);
      if ((members.at(-2) ?? 0) > slot) members.sort((a, b) => a - b);
    }
  }
  #remove(slot, story) {
    const members = this.#members.get(story) ?? [];
    members.splice(members.indexOf(slot), 1);
    if (members.length === 0) this.#members.delete(story);
  }
  /** Slots have changed: `slotNow` has the new one of each, -1 for those that are gone. */
  renumber(slotNow) {
    const storyOf = [];
    this.#members.clear();
    for (const [slot, story] of this.#storyOf.entries()) {
      const now = slotNow[slot] ?? -1;
      if (now < 0) continue;
      storyOf[now] = story;
      if (story === void 0) continue;
      const members = this.#members.get(story);
      if (members === void 0) this.#members.set(story, [now]);
      else members.push(now);
    }
    this.#storyOf = storyOf;
  }
};

// src/story/surroundings.ts
var Surroundings = class {
  #neighbours;
  /** The surroundings of the article in hand, by slot. */
  #marked = new Float32Array(1024);
  #slot = -1;
  #markedSlots = [];
  constructor(neighbours) {
    this.#neighbours = neighbours;
  }
  /** Takes an article in hand: what follows is asked of it. To be repeated when its neighbours have changed. */
  of(slot) {
    const near = this.#neighbours;
    for (const other of this.#markedSlots) this.#marked[other] = 0;
    this.#markedSlots.length = 0;
    this.#slot = slot;
    this.#mark(slot, near.nearest(slot));
    const count = Math.min(surroundings, near.count(slot));
    for (let rank = 0; rank < count; rank += 1) this.#mark(near.at(slot, rank), near.nearness(slot, rank));
  }
  #mark(slot, nearness) {
    if (slot >= this.#marked.length) {
      const larger = new Float32Array(2 * slot);
      larger.set(this.#marked);
      this.#marked = larger;
    }
    this.#marked[slot] = nearness;
    this.#markedSlots.push(slot);
  }
  /** Fills `into`, from `from` on, with the signs of the article in hand and another, in the order of `contextSigns`. */
  signs(other, nearness, into, from) {
    const near = this.#neighbours;
    const log = softLog(nearness);
    for (let level = 0; level < 4; level += 1) {
      const mine = log - near.level(this.#slot, level);
      const theirs = log - near.level(other, level);
      into[from + 2 * level] = Math.min(mine, theirs);
      into[from + 2 * level + 1] = Math.max(mine, theirs);
    }
    const shared = this.#shared(other);
    into[from + 8] = shared;
    into[from + 9] = Math.sqrt(shared);
    into[from + 10] = Math.sqrt(nearness);
  }
  /** Cosine of the two articles' surroundings, each standing in its own. */
  #shared(other) {
    const near = this.#neighbours;
    const norms = near.level(this.#slot, levels.norm) * near.level(other, levels.norm);
    if (norms === 0) return 0;
    let dot = (this.#marked[other] ?? 0) * near.nearest(other);
    const count = Math.min(surroundings, near.count(other));
    for (let rank = 0; rank < count; rank += 1)
      dot += (this.#marked[near.at(other, rank)] ?? 0) * near.nearness(other, rank);
    return Math.max(0, dot / norms);
  }
};

// src/story/weights.ts
var pairModel = {
  version: 3,
  bias: -5.936,
  // biome-ignore format: one list a line
  pair: [-1.9734, 0.4245, -8.9751, 0.6053, 0.3399, -1.5693, 0.1892, -5.9065, -3.1505, -6.7208, -5.5494, 8.9822],
  // biome-ignore format: one list a line
  context: [0.2987, -2.5548, 0.9475, -0.9281, 1.7942, 5.7349, -2.1589, -2.3992, 3.9255, -0.4707, 25.1199]
};

// src/story/why.ts
var showsNames = 4;
var showsNumbers = 2;
var showsWords = 4;
var membersAsked = 6;
function whyJoins(shared, similarity, other, joinAt) {
  const common = shared.length === 0 ? "shares many ordinary words" : `shares ${shared.join(", ")}`;
  const next = other === null ? "no other story near" : `nearest other story at ${other.similarity.toFixed(2)}`;
  return { text: `${common} (similarity ${similarity.toFixed(2)}); ${next}`, shared, nearest: other, joinAt };
}
function whyOpens(nearest, joinAt) {
  if (nearest === null) return { text: "no open story shares its names or words", shared: [], nearest, joinAt };
  const near = `nearest story at ${nearest.similarity.toFixed(2)}`;
  const reason = nearest.similarity < joinAt ? `joins from ${joinAt.toFixed(2)} on` : "closed to it by an editor, or its articles are nearer to each other";
  return { text: `${near}, ${reason}`, shared: [], nearest, joinAt };
}
function whyLeaves(shared, similarity, nearest, joinAt) {
  const common = shared.length === 0 ? "shares many ordinary words" : `shares ${shared.join(", ")}`;
  return {
    text: `${common} (similarity ${similarity.toFixed(2)}) with articles that leave their story for this one`,
    ...{ shared, nearest, joinAt }
  };
}
function sharedTerms(features, members, rarity) {
  if (members.length === 0) return [];
  const names2 = inOneOf(
    members.map((member) => member.names),
    [features.names],
    rarity
  );
  const words = members.map((member) => member.words);
  const shown = [...apart(names2, showsNames), ...inOneOf(words, [features.numbers], rarity).slice(0, showsNumbers)];
  return shown.length > 0 ? shown : inOneOf(words, [features.title, features.lead], rarity).slice(0, showsWords);
}
var wanted = new TermCounts();
function inOneOf(theirs, ours, rarity) {
  const texts = ours.length === 1 && ours[0] !== void 0 ? ours[0].texts : ours.flatMap((terms) => terms.texts);
  if (texts.length === 0) return [];
  wanted.clear();
  let last = 0;
  for (const { hashes } of ours) for (let at = 0; at < hashes.length; at += 1) wanted.set(hashes[at] ?? 0, ++last);
  const met = [];
  for (const terms of theirs) {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      const place = wanted.indexOf(term);
      const stands = place < 0 ? 0 : wanted.counts[place] ?? 0;
      if (stands === 0) continue;
      wanted.counts[place] = 0;
      met.push({ term, rarity: rarity(term), text: texts[stands - 1] ?? "" });
    }
  }
  return met.sort((a, b) => b.rarity - a.rarity || a.term - b.term).map(({ text }) => text);
}
function apart(names2, most) {
  const kept = [];
  for (const longer of [true, false]) {
    for (const name of names2) {
      if (kept.length === most) return kept;
      if (name.includes(" ") !== longer) continue;
      if (!kept.some((other) => contains(other, name) || contains(name, other))) kept.push(name);
    }
  }
  return kept;
}
var contains = (outer, inner) => ` ${outer} `.includes(` ${inner} `);

// src/story/assign.ts
var dayMs2 = 864e5;
var forgetsEveryDays = 2;
function targetOf(to, opened, fresh) {
  if (to === "opened") return opened;
  return typeof to === "string" ? to : fresh[to.fresh] ?? null;
}
var freshOf = ({ moves }) => new Set(moves.flatMap(({ to }) => typeof to === "string" ? [] : [to.fresh])).size;
var OpenStories = class {
  #settings;
  #model;
  #rules;
  #index;
  #open;
  #members = new StoryMembers();
  #look;
  #evidence = (signs) => this.#model.bias + logOdds(this.#model.pair, signs);
  /** The latest day that time has come to, counted from 1970. */
  #day = Number.NEGATIVE_INFINITY;
  #arrivals = 0;
  constructor(settings, words, model, rules = null) {
    this.#settings = settings;
    this.#model = model;
    this.#rules = rules;
    this.#index = new ArticleIndex(settings, new Frequencies(settings, words));
    this.#open = this.#index.open;
    const near = this.#open.neighbours;
    this.#look = new SecondLook({ near, around: new Surroundings(near), members: this.#members }, settings, model);
  }
  /** How much is open: for progress and for watching memory. */
  get size() {
    return { articles: this.#open.size, stories: this.#members.stories };
  }
  /** Takes an article in and decides. Nothing has come of it until `settle` is told which ids new stories have. */
  arrive(article) {
    this.#arrivals += 1;
    const slot = this.#index.takeIn(article, this.#evidence, this.#arrivals);
    const look = this.#look.at(slot, this.#slotRules());
    return this.#decisionOf(slot, article, look);
  }
  /** What a restart must be told of the article that arrived last. */
  memory() {
    return { ...this.#index.memory(), arrival: this.#arrivals };
  }
  /**
   * Takes back an article from before a restart, as it was when it arrived: articles in order of arrival, before any other is added.
   * Their terms are counted apart.
   */
  restore({ articleId: articleId2, when, arrival, storyId: storyId2, bytes }) {
    this.#arrivals = arrival;
    this.#index.restore({ articleId: articleId2, when, arrival }, decodeMemory(bytes));
    this.#put(articleId2, storyId2);
  }
  /** Counts the terms of an article from before a restart: the last ones, oldest first, before any is restored. */
  count({ counted, when, ofDay }) {
    if (when !== null) this.#index.advanceTo(Math.floor(when.getTime() / dayMs2));
    this.#index.count(counted, ofDay);
  }
  /** Articles that arrive are numbered from the next number on. */
  numberFrom(arrival) {
    this.#arrivals = Math.max(this.#arrivals, arrival);
  }
  /**
   * Carries a decision out and returns which article is in which story by it. `opened`: the id of the story that the article
   * opens, or null; `fresh`: of the others, in order.
   */
  settle(decision, opened, fresh = []) {
    const { articleId: articleId2, assignment, moves } = decision;
    const own = assignment.kind === "joins" ? assignment.storyId : opened;
    const settled = own === null ? [] : [{ articleId: articleId2, storyId: own }];
    for (const { articles, to } of moves) {
      const storyId2 = targetOf(to, opened, fresh);
      if (storyId2 !== null) settled.push(...articles.map((id) => ({ articleId: id, storyId: storyId2 })));
    }
    for (const { articleId: id, storyId: storyId2 } of settled) this.#put(id, storyId2);
    return settled;
  }
  /** Decides and carries the decision out at once, for whoever keeps stories nowhere else. `newStory` mints ids. */
  take(article, newStory) {
    const decision = this.arrive(article);
    const opened = decision.assignment.kind === "opens" ? newStory() : null;
    const fresh = Array.from({ length: freshOf(decision) }, newStory);
    return { decision, settled: this.settle(decision, opened, fresh) };
  }
  /** Whether time has left the article's day so far behind that its contemporaries are forgotten. */
  isLate(when) {
    return when.getTime() / dayMs2 < this.#day - this.#settings.windowDays;
  }
  isOpen(article) {
    return this.#open.slotOf(article) !== void 0;
  }
  /** What an article has in common with open ones, in words an editor knows. */
  sharedWith(features, articles) {
    return this.#shared(
      features,
      articles.flatMap((id) => this.#open.slotOf(id) ?? [])
    );
  }
  /** The open articles of a story, oldest first. */
  membersOf(story) {
    return this.#members.of(story).map((slot) => this.#open.idAt(slot));
  }
  /** Takes note of where an article is, by an editor or from the past. */
  add(article) {
    if (this.#open.slotOf(article.articleId) === void 0) this.#index.takeIn(article, this.#evidence);
    this.#put(article.articleId, article.storyId);
  }
  /**
   * Time has come to the UTC day of `when`: the words of the days before it are counted, and every other day the articles that
   * left the window are dropped. The latter saves memory alone: no article of that day or later could join them.
   */
  advanceTo(when) {
    const day = Math.floor(when.getTime() / dayMs2);
    if (day <= this.#day) return;
    const isDue = Math.floor(day / forgetsEveryDays) > Math.floor(this.#day / forgetsEveryDays);
    this.#day = day;
    this.#index.advanceTo(day);
    if (!isDue) return;
    const oldest = day - this.#settings.windowDays;
    const pinned = (slot) => {
      const story = this.#members.storyOf(slot);
      return story !== void 0 && (this.#rules?.isPinned(story) ?? false);
    };
    const now = this.#open.forget((slot) => !(this.#open.dayAt(slot) < oldest) || pinned(slot));
    this.#members.renumber(now);
  }
  #shared(features, slots) {
    return sharedTerms(
      features,
      slots.slice(-membersAsked).map((slot) => this.#open.termsAt(slot)),
      (term) => this.#index.rarity(term)
    );
  }
  #put(id, story) {
    const slot = this.#open.slotOf(id);
    if (slot !== void 0) this.#members.put(slot, story);
  }
  #slotRules() {
    const rules = this.#rules;
    if (rules === null) return null;
    const idAt = (slot) => this.#open.idAt(slot);
    const slotsOf2 = (articles) => Array.from(articles).flatMap((id) => this.#open.slotOf(id) ?? []);
    return {
      isLocked: rules.isLocked,
      linked: (slot) => slotsOf2(rules.linked(idAt(slot))),
      apartFrom: (slot) => slotsOf2(rules.apartFrom(idAt(slot)))
    };
  }
  #decisionOf(slot, { articleId: articleId2, features }, { groups, near }) {
    const targets = this.#targets(groups);
    const moves = [];
    let assignment;
    let fresh = 0;
    for (const [at, group] of groups.entries()) {
      const target = targets[at];
      const isOwn = group.slots.includes(slot);
      const to = target ?? (isOwn ? "opened" : { fresh: fresh++ });
      if (isOwn) assignment = this.#assignmentOf(slot, features, group, target, near);
      moves.push(...this.#movesTo(to, group, slot));
    }
    return { articleId: articleId2, assignment: assignment ?? { kind: "opens", why: whyOpens(null, 0) }, moves };
  }
  #assignmentOf(slot, features, group, target, near) {
    const { oneStoryAt } = this.#settings;
    const others = group.slots.filter((member) => member !== slot);
    const shared = this.#shared(features, others);
    if (target === void 0) {
      const nearest = near[0] === void 0 ? null : asNear(near[0]);
      const why2 = others.length > 0 ? whyLeaves(shared, group.chance, nearest, oneStoryAt) : whyOpens(nearest, oneStoryAt);
      return { kind: "opens", why: why2 };
    }
    const next = near.find(({ story }) => story !== target);
    const why = whyJoins(shared, group.chance, next === void 0 ? null : asNear(next), oneStoryAt);
    return { kind: "joins", storyId: target, similarity: group.chance, why };
  }
  /** Which story each group goes on as: the one of which it holds most open articles; of equals the older one's. */
  #targets(groups) {
    const claims = groups.flatMap(({ slots }, at) => {
      const counts = /* @__PURE__ */ new Map();
      for (const slot of slots) {
        const story = this.#members.storyOf(slot);
        if (story === void 0) continue;
        const known2 = counts.get(story);
        if (known2 === void 0) counts.set(story, { count: 1, oldest: slot });
        else known2.count += 1;
      }
      return Array.from(counts, ([story, { count, oldest }]) => ({ at, story, count, oldest }));
    });
    const pinned = (story) => this.#rules?.isPinned(story) ? 1 : 0;
    claims.sort((a, b) => pinned(b.story) - pinned(a.story) || b.count - a.count || a.oldest - b.oldest);
    const targets = groups.map(() => void 0);
    const taken = /* @__PURE__ */ new Set();
    for (const { at, story } of claims) {
      if (targets[at] !== void 0 || taken.has(story)) continue;
      targets[at] = story;
      taken.add(story);
    }
    return targets;
  }
  #movesTo(to, { slots }, arriving) {
    const byStory = /* @__PURE__ */ new Map();
    for (const slot of slots) {
      const story = this.#members.storyOf(slot);
      if (slot === arriving || story === void 0 || story === to) continue;
      byStory.set(story, [...byStory.get(story) ?? [], slot]);
    }
    return Array.from(byStory, ([from, moved]) => {
      const others = slots.filter((slot) => !moved.includes(slot));
      return {
        ...{ articles: moved.map((slot) => this.#open.idAt(slot)), from, to },
        all: moved.length === this.#members.of(from).length,
        with: others.map((slot) => this.#open.idAt(slot)),
        chance: this.#look.meanChance(moved, others)
      };
    });
  }
};
var asNear = ({ story, chance }) => ({ storyId: story, similarity: chance });
function openStories({
  settings = storySettings,
  words = ordinaryWords,
  model = pairModel,
  rules = null
} = {}) {
  return new OpenStories(settings, words, model, rules);
}

// src/story/story.ts
var storyId = (value) => value;

// test/bench/stories/grouping.ts
var Grouping = class {
  #open = openStories();
  #stories = 0;
  get openArticles() {
    return this.#open.size.articles;
  }
  /** The decision on one article, carried out; where it and what it moved are goes into `stories`. */
  take({ id, when, features }, stories = /* @__PURE__ */ new Map()) {
    if (when !== null) this.#open.advanceTo(when);
    const { settled } = this.#open.take({ articleId: id, features, when }, () => storyId(`s${this.#stories++}`));
    for (const { articleId: articleId2, storyId: story } of settled) stories.set(articleId2, story);
  }
  /** A decision of the past, as a restart reads it. */
  restore({ id, when, features }, story) {
    if (when !== null) this.#open.advanceTo(when);
    this.#open.add({ articleId: id, storyId: storyId(story), features, when });
  }
};

// src/article/article.ts
var articleId = (value) => value;

// src/story/stop-words.ts
var english = `
about above after again against all also am an and any are aren as at be because been before being below between both
but by can could couldn did didn do does doesn doing don down during each even ever every few for from further get
gets getting go goes going got had hadn has hasn have haven having he her here hers herself him himself his how
however if in into is isn it its itself just last let like ll made make makes many may me might more most much must my
myself new no nor not now of off on once one only or other our ours ourselves out over own per re said same say saying
says she should so some still such than that the their theirs them themselves then there these they this those though
through to told too two under until up upon us ve very was wasn we well were weren what when where whether which while
who whom whose why will with within without won would wouldn year years yet you your yours yourself yourselves`;
var stopWords = new Set(english.split(/\s+/).filter(Boolean));

// src/story/names.ts
var calendar = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|mr|mrs|ms|dr|sir|gov|sen|rep|jr|sr|st|gen|prof)$/i;
var longestName = 40;
function mayBeName(word) {
  return word.length > 1 && !stopWords.has(word.toLowerCase()) && !calendar.test(word);
}
function spoken(word) {
  const plain = word.replaceAll(".", "").slice(0, longestName);
  return plain.length > 4 && plain === plain.toUpperCase() ? `${plain.slice(0, 1)}${plain.slice(1).toLowerCase()}` : plain;
}

// src/story/numbers.ts
var months = /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
var order2 = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function monthOf(word) {
  if (!months.test(word)) return null;
  return String(order2.indexOf(word.slice(0, 3).toLowerCase()) + 1).padStart(2, "0");
}
function plainNumber(text) {
  const plain = text.replace(/,(?=\d{3}\b)/g, "").replace(/[^\d.,].*$/, "");
  if (plain.length > 15) return null;
  return /[.,]/.test(plain) || Number(plain) > 12 ? plain : null;
}

// src/story/stem.ts
import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
var remembers = 5e4;
var known = /* @__PURE__ */ new Map();
function stemOf(word) {
  const before = known.get(word);
  if (before !== void 0) return before;
  const stem = porter.stem(word);
  if (known.size >= remembers) known.clear();
  known.set(word, stem);
  return stem;
}

// src/story/terms.ts
var withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
var digits = /\d/;
var ascii = /^[a-z]+$/;
var longestTerm = 40;
function termsOf(kind, pairs) {
  const hashes = new Uint32Array(pairs.length);
  const counts = new Uint16Array(pairs.length);
  for (const [at, [term, count]] of pairs.entries()) {
    hashes[at] = termHash(kind, kind === "name" ? term.toLowerCase() : term);
    counts[at] = count;
  }
  return { texts: pairs.map(([term]) => term), hashes, counts };
}
function termsOfWord(text, stems) {
  if (digits.test(text)) return [];
  const word = text.toLowerCase().replaceAll(".", "").slice(0, longestTerm);
  if (withoutSpaces.test(word)) return characterPairs(word);
  if (word.length <= 1 || stopWords.has(word)) return [];
  return [stems && ascii.test(word) ? stemOf(word) : word];
}
function characterPairs(run) {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

// src/story/tokens.ts
var kinds2 = new Uint8Array(65536);

// src/story/words.ts
var remembers2 = 5e4;
var capital = /^\p{Lu}/u;
var number = /^\d/;
var Words = class {
  #stems;
  #recent = /* @__PURE__ */ new Map();
  #older = /* @__PURE__ */ new Map();
  /** `stems`: English words end as stems. */
  constructor(stems) {
    this.#stems = stems;
  }
  get(text) {
    return this.#recent.get(text) ?? this.#remember(this.#older.get(text) ?? wordOf(ownCopy(text), this.#stems));
  }
  // Hostile words may be as long as a text.
  #remember(word) {
    if (word.text.length > longestName) return word;
    if (this.#recent.size >= remembers2) {
      this.#older = this.#recent;
      this.#recent = /* @__PURE__ */ new Map();
    }
    this.#recent.set(word.text, word);
    return word;
  }
};
function wordOf(text, stems) {
  const isCapital = capital.test(text);
  const isNumber = number.test(text);
  return {
    text,
    terms: termsOfWord(text, stems),
    isCapital,
    mayBeName: isCapital && mayBeName(text),
    spoken: isCapital ? spoken(text) : text,
    isNumber,
    number: isNumber ? plainNumber(text) : null,
    month: isCapital ? monthOf(text) : null
  };
}
function ownCopy(text) {
  return ` ${text}`.slice(1);
}

// src/story/features.ts
var featuresVersion = 1;
var englishWords = new Words(true);
var otherWords = new Words(false);

// test/farm/random.ts
function randomFrom(seed) {
  let state = 2166136261;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 16777619);
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
var between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

// test/bench/stories/term-statistics.ts
var termStatistics = {
  title: {
    distinct: [4, 7, 10],
    shares: [
      ...[
        [1, 0.4],
        [3, 0.051],
        [10, 0.033],
        [30, 0.02],
        [100, 91e-4],
        [300, 46e-4],
        [1e3, 15e-4]
      ],
      [3e3, 31e-5]
    ],
    counts: [0.995, 5e-3],
    ofEvent: { subject: 3, rare: 4 }
  },
  lead: {
    distinct: [25, 31, 36],
    shares: [
      ...[
        [1, 0.52],
        [3, 0.3],
        [10, 0.13],
        [30, 0.077],
        [100, 0.04],
        [300, 0.02],
        [1e3, 64e-4]
      ],
      [3e3, 13e-4]
    ],
    counts: [0.901, 0.086, 0.011, 2e-3],
    ofEvent: { subject: 12, rare: 6 }
  },
  body: {
    distinct: [122, 157, 179],
    shares: [
      ...[
        [1, 0.75],
        [3, 0.5],
        [10, 0.38],
        [30, 0.28],
        [100, 0.17],
        [300, 0.11],
        [1e3, 0.038]
      ],
      ...[
        [3e3, 81e-4],
        [1e4, 73e-5]
      ]
    ],
    counts: [0.79, 0.13, 0.039, 0.017, 9e-3, 0.015],
    ofEvent: { subject: 58, rare: 10 }
  },
  names: {
    distinct: [23, 41, 62],
    shares: [
      ...[
        [1, 0.77],
        [3, 0.44],
        [10, 0.27],
        [30, 0.15],
        [100, 0.048],
        [300, 0.02],
        [1e3, 59e-4]
      ],
      ...[
        [3e3, 16e-4],
        [1e4, 31e-5]
      ]
    ],
    counts: [0.739, 0.137, 0.046, 0.024, 0.014, 0.04],
    ofEvent: { subject: 18, rare: 10 }
  },
  numbers: {
    distinct: [1, 3, 8],
    shares: [
      [1, 0.23],
      [3, 0.12],
      [10, 0.057],
      [30, 0.025],
      [100, 67e-4],
      [300, 17e-4],
      [1e3, 31e-5]
    ],
    counts: [0.859, 0.101, 0.025, 0.015],
    ofEvent: { subject: 2, rare: 2 }
  }
};
var shareOfEventTerms = 0.6;

// test/bench/stories/vocabulary.ts
var RankSampler = class {
  #threshold;
  #alias;
  /** Ranks are 0 to `size` - 1. */
  constructor(shares, size) {
    const weights = Float64Array.from({ length: size }, (_, rank) => drawsOf(shareAt(shares, rank + 1)));
    this.#threshold = new Float64Array(size);
    this.#alias = new Uint32Array(size);
    this.#fill(weights);
  }
  draw(random) {
    const at = Math.floor(random() * this.#alias.length);
    return random() < (this.#threshold[at] ?? 0) ? at : this.#alias[at] ?? 0;
  }
  #fill(weights) {
    const size = weights.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const left = weights.map((weight) => weight * size / total);
    const small = [];
    const large = [];
    for (let rank = 0; rank < size; rank++) ((left[rank] ?? 0) < 1 ? small : large).push(rank);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() ?? 0;
      const more = large.pop() ?? 0;
      this.#threshold[less] = left[less] ?? 0;
      this.#alias[less] = more;
      left[more] = (left[more] ?? 0) + (left[less] ?? 0) - 1;
      ((left[more] ?? 0) < 1 ? small : large).push(more);
    }
    for (const rank of [...small, ...large]) this.#threshold[rank] = 1;
  }
};
function shareAt(shares, rank) {
  const after = shares.findIndex(([known2]) => known2 >= rank);
  const at = after === -1 ? shares.length - 1 : Math.max(1, after);
  const [lowRank, low] = shares[at - 1] ?? [1, 1];
  const [highRank, high] = shares[at] ?? [2, 1];
  const slope = Math.log(high / low) / Math.log(highRank / lowRank);
  return low * (rank / lowRank) ** slope;
}
var drawsOf = (share) => -Math.log1p(-share);
var consonants = "bcdfghjklmnprstvwxyz";
var vowels = "aeiou";
function wordOfRank(rank) {
  let word = "";
  for (let left = rank + 100; left > 0; left = Math.floor(left / 100)) {
    word += `${consonants[left % 20]}${vowels[Math.floor(left / 20) % 5]}`;
  }
  return word;
}

// test/bench/stories/synthetic.ts
var dayMs3 = 864e5;
var firstDay = Date.UTC(2031, 0, 1);
var subjects = 300;
var longestLifeDays = 4;
var sizePower = 1.2;
var largestEvent = 500;
var leastRankOfSubject = 30;
var leastRankOfRare = { title: 100, lead: 700, body: 2500, names: 600, numbers: 60 };
var vocabularySize = {
  title: 2e5,
  lead: 2e5,
  body: 2e5,
  names: 1e6,
  numbers: 2e4
};
function* syntheticArticles({ seed, perDay }) {
  const random = randomFrom(seed);
  const newsOf = new Newsroom(random);
  const planned = /* @__PURE__ */ new Map();
  let opened = 0;
  let articles = 0;
  for (let slot = 0; ; slot++) {
    for (; opened * meanSize <= slot; opened++) {
      const event = newsOf.event(opened);
      for (const at of slotsOf(slot, perDay, random)) planned.set(at, [...planned.get(at) ?? [], event]);
    }
    for (const event of planned.get(slot) ?? []) {
      const when = new Date(firstDay + Math.floor(articles / perDay * dayMs3));
      yield { id: articleId(`a${articles++}`), when, event: event.id, features: newsOf.article(event) };
    }
    planned.delete(slot);
  }
}
function streamWithOpen(open, windowDays, seed) {
  return syntheticArticles({ seed, perDay: open / windowDays });
}
function slotsOf(slot, perDay, random) {
  const size = Math.min(largestEvent, Math.floor((1 - random()) ** (-1 / sizePower)));
  const life = (1 + random() * (longestLifeDays - 1)) * perDay;
  return Array.from({ length: size }, (_, at) => at === 0 ? slot : slot + Math.floor(random() ** 2 * life));
}
var meanSize = Array.from({ length: largestEvent }, (_, at) => (at + 1) ** -sizePower).reduce((a, b) => a + b, 0);
var Newsroom = class {
  #random;
  #fields;
  #subjects;
  constructor(random) {
    this.#random = random;
    const words = [];
    this.#fields = eachField(
      (field) => new Vocabulary(field, field === "names" || field === "numbers" ? [] : words, random)
    );
    this.#subjects = Array.from(
      { length: subjects },
      () => eachField((field) => {
        const few = termStatistics[field].ofEvent.subject * 2;
        return this.#fields[field].drawn(few, leastRankOfSubject);
      })
    );
  }
  /** Half of an event's subject terms are those of others in its subject: look-alikes. Half of its rare ones are its alone. */
  event(number2) {
    const subject = this.#subjects[between(this.#random, 0, subjects - 1)];
    const terms = eachField((field) => {
      const { subject: common, rare } = termStatistics[field].ofEvent;
      const known2 = (subject?.[field] ?? []).filter(() => this.#random() < 0.25);
      const own = Array.from({ length: Math.floor(rare / 2) }, (_, at) => ownWord(field, number2, at));
      const seldom = this.#fields[field].drawn(Math.ceil(rare / 2), leastRankOfRare[field]);
      const others = this.#fields[field].drawn(Math.max(0, common - known2.length), leastRankOfSubject);
      return [.../* @__PURE__ */ new Set([...own, ...seldom, ...known2, ...others])];
    });
    return { id: `e${number2}`, terms };
  }
  article(event) {
    return { version: featuresVersion, ...eachField((field) => this.#fields[field].article(event.terms[field])) };
  }
};
var Vocabulary = class {
  #field;
  #random;
  #sampler;
  #words;
  constructor(field, words, random) {
    this.#field = field;
    this.#random = random;
    this.#sampler = new RankSampler(termStatistics[field].shares, vocabularySize[field]);
    this.#words = words;
  }
  /** So many different words of at least this rank. */
  drawn(count, leastRank) {
    const drawn = /* @__PURE__ */ new Set();
    while (drawn.size < count) {
      const rank = this.#sampler.draw(this.#random);
      if (rank >= leastRank) drawn.add(this.#word(rank));
    }
    return [...drawn];
  }
  /** A field of an article: about so many of the event's words, and others up to the number that an article has. */
  article(ofEvent) {
    const { distinct } = termStatistics[this.#field];
    const size = sizeBetween(distinct, this.#random);
    const words = /* @__PURE__ */ new Set();
    for (const word of ofEvent) if (words.size < size && this.#random() < shareOfEventTerms) words.add(word);
    while (words.size < size) words.add(this.#word(this.#sampler.draw(this.#random)));
    const pairs = [...words].map((word) => [word, this.#count()]);
    return termsOf(kindOf(this.#field), pairs);
  }
  #count() {
    let left = this.#random();
    const { counts } = termStatistics[this.#field];
    for (const [at, share] of counts.entries()) {
      left -= share;
      if (left < 0) return at + 1;
    }
    return 1;
  }
  #word(rank) {
    this.#words[rank] ??= writtenAs(this.#field, wordOfRank(rank), rank);
    return this.#words[rank] ?? "";
  }
};
function kindOf(field) {
  if (field === "names") return "name";
  return field === "numbers" ? "number" : "word";
}
function writtenAs(field, word, number2) {
  if (field === "numbers") return String(13 + number2);
  return field === "names" ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : word;
}
function ownWord(field, event, at) {
  const number2 = event * 10 + at;
  return writtenAs(field, `q${wordOfRank(number2)}`, 1e6 + number2);
}
function sizeBetween([low, middle, high], random) {
  const at = random();
  return Math.round(at < 0.5 ? low + (middle - low) * 2 * at : middle + (high - middle) * (2 * at - 1));
}
function eachField(make) {
  return {
    title: make("title"),
    lead: make("lead"),
    body: make("body"),
    names: make("names"),
    numbers: make("numbers")
  };
}
export {
  Grouping,
  storySettings,
  streamWithOpen
};
