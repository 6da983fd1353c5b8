import { stringify } from 'yaml'
import { type Source, sourceId } from '../../src/source/source.ts'
import type { FarmPlan } from './plan.ts'

/** The farm's hosts as the text of a sources.yaml. */
export const farmCatalogue = (plan: FarmPlan): string => stringify({ sources: farmSources(plan) })

/** Every host that has feeds is a source. */
export function farmSources({ hosts, feeds, port }: FarmPlan): Source[] {
  const urls = hosts.map((): { url: string }[] => [])
  for (const { host, url } of feeds) urls[host]?.push({ url })
  return hosts
    .map((address, host): Source => {
      const id = sourceId(`farm-${String(host).padStart(5, '0')}`)
      return {
        ...{ id, name: `Farm ${host}`, home: `http://${address}:${port}/`, country: 'GB', languages: ['en'] },
        ...{
          kind: 'newspaper',
          reach: 'domestic',
          owner: `Owner ${host}`,
          ownership: 'private',
          ratings: [],
          feeds: urls[host] ?? [],
        },
      }
    })
    .filter((source) => source.feeds.length > 0)
}
