import type { StoryId } from './story.ts'

/** Which open articles, by their slots, are in which story. Members are in the order of arrival. */
export class StoryMembers {
  readonly #members = new Map<StoryId, number[]>()
  #storyOf: (StoryId | undefined)[] = []

  get stories(): number {
    return this.#members.size
  }

  storyOf(slot: number): StoryId | undefined {
    return this.#storyOf[slot]
  }

  of(story: StoryId): readonly number[] {
    return this.#members.get(story) ?? []
  }

  put(slot: number, story: StoryId): void {
    const before = this.#storyOf[slot]
    if (before === story) return
    if (before !== undefined) this.#remove(slot, before)
    this.#storyOf[slot] = story
    const members = this.#members.get(story)
    if (members === undefined) this.#members.set(story, [slot])
    else {
      members.push(slot)
      if ((members.at(-2) ?? 0) > slot) members.sort((a, b) => a - b)
    }
  }

  #remove(slot: number, story: StoryId): void {
    const members = this.#members.get(story) ?? []
    members.splice(members.indexOf(slot), 1)
    if (members.length === 0) this.#members.delete(story)
  }

  /** Slots have changed: `slotNow` has the new one of each, -1 for those that are gone. */
  renumber(slotNow: Int32Array): void {
    const storyOf: (StoryId | undefined)[] = []
    this.#members.clear()
    for (const [slot, story] of this.#storyOf.entries()) {
      const now = slotNow[slot] ?? -1
      if (now < 0) continue
      storyOf[now] = story
      if (story === undefined) continue
      const members = this.#members.get(story)
      if (members === undefined) this.#members.set(story, [now])
      else members.push(now)
    }
    this.#storyOf = storyOf
  }
}
