import { createTemporary, ownTemporaries, type TemporaryKind } from '../../src/store/temporary-databases.ts'

// An owner to be killed.
const [url = '', kind = '', name = ''] = process.argv.slice(2)
const owner = await ownTemporaries(url)
await createTemporary(url, { name, kind: kind as TemporaryKind, ownerKey: owner.key })
process.send?.('created')
