// Runs in the engine's worker before it: says whenever a transaction that writes begins or ends.
const { value: begin } = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, "transaction");
let open = 0;

IDBDatabase.prototype.transaction = function watched(stores, mode, options) {
  const made = begin.call(this, stores, mode, options);
  if (mode === "readwrite") {
    open += 1;
    const tell = () => postMessage({ type: "write", open, durability: made.durability });
    const end = () => {
      open -= 1;
      tell();
    };
    tell();
    made.addEventListener("complete", end);
    made.addEventListener("abort", end);
  }
  return made;
};
