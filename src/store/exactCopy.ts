/**
 * The bytes that a view covers and no others: storing a view of a larger buffer would store all of
 * that buffer. The view's own buffer when it covers the whole of it.
 */
export function exactBuffer(view: ArrayBufferView): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = view;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) return buffer;
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}

/**
 * A structured-cloneable value in which no typed array covers a part of a larger buffer. Arrays that
 * cover their whole buffer are taken as they are, so the copy is for storing, not for keeping.
 */
export function withExactViews(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return exactView(value);
  if (Array.isArray(value)) return value.map(withExactViews);
  if (value instanceof Map) return new Map([...value].map(([key, held]) => [key, withExactViews(held)]));
  if (value instanceof Set || value instanceof ArrayBuffer) return value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withExactViews(held)]));
}

function exactView(view: ArrayBufferView): ArrayBufferView {
  const buffer = exactBuffer(view);
  if (buffer === view.buffer) return view;
  if (view instanceof DataView) return new DataView(buffer);
  // Every view that is no DataView is a typed array, and typed arrays are built alike.
  const TypedArray = view.constructor as new (buffer: ArrayBuffer) => ArrayBufferView;
  return new TypedArray(buffer);
}
