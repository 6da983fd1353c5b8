type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/** The array itself where it holds `length` numbers, else a copy with half as much room again. */
export function grown<A extends Numbers>(array: A, length: number): A {
  if (length <= array.length) return array
  const Kind = array.constructor as new (length: number) => A
  const larger = new Kind(Math.ceil(length * 1.5) + 64)
  larger.set(array)
  return larger
}
