// A worker: holds an instance of the module, and calls it as the page asks, one call after the other.
// The runtime of TeaVM stands above.
"use strict";

/** What was compressed by LZMA, with the header of .lzma files: as its specification says, in which it has these names. */
const decompressed = packed => {
  const header = new DataView(packed.buffer);
  const out = new Uint8Array(header.getUint32(5, true));
  const lc = packed[0] % 9;
  const literalPositions = (1 << Math.floor(packed[0] / 9) % 5) - 1;
  const positions = (1 << Math.floor(packed[0] / 45)) - 1;
  let at = 14;
  let code = 0;
  let range = 0xffffffff;
  for (let i = 0; i < 4; i++) {
    code = (code << 8 | packed[at++]) >>> 0;
  }
  const model = count => new Uint16Array(count).fill(1024);
  const shifted = () => {
    if (range < 0x1000000) {
      range = range * 256;
      code = (code << 8 | packed[at++]) >>> 0;
    }
  };
  const bit = (probabilities, i) => {
    const probability = probabilities[i];
    const bound = (range >>> 11) * probability;
    let value = 0;
    if (code < bound) {
      range = bound;
      probabilities[i] = probability + (2048 - probability >> 5);
    } else {
      range -= bound;
      code -= bound;
      probabilities[i] = probability - (probability >> 5);
      value = 1;
    }
    shifted();
    return value;
  };
  const direct = count => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      range >>>= 1;
      const isOne = code >= range;
      if (isOne) {
        code -= range;
      }
      shifted();
      value = value << 1 | isOne;
    }
    return value;
  };
  const tree = (probabilities, start, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) {
      node = node << 1 | bit(probabilities, start + node);
    }
    return node - (1 << bits);
  };
  const reverseTree = (probabilities, start, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const next = bit(probabilities, start + node);
      node = node << 1 | next;
      value |= next << i;
    }
    return value;
  };
  const lengths = () => ({ choice: model(2), low: model(128), mid: model(128), high: model(256) });
  const length = (coder, position) =>
    bit(coder.choice, 0) === 0 ? 2 + tree(coder.low, position << 3, 3)
      : bit(coder.choice, 1) === 0 ? 10 + tree(coder.mid, position << 3, 3)
        : 18 + tree(coder.high, 0, 8);

  const literals = model(0x300 << lc + Math.floor(packed[0] / 9) % 5);
  const isMatch = model(192);
  const isRep = model(12);
  const isRepG0 = model(12);
  const isRepG1 = model(12);
  const isRepG2 = model(12);
  const isRep0Long = model(192);
  const posSlots = model(256);
  const posSpecial = model(128);
  const align = model(16);
  const matchLengths = lengths();
  const repLengths = lengths();
  let rep0 = 0;
  let rep1 = 0;
  let rep2 = 0;
  let rep3 = 0;
  let state = 0;
  let filled = 0;
  while (filled < out.length) {
    const position = filled & positions;
    if (bit(isMatch, (state << 4) + position) === 0) {
      const before = filled === 0 ? 0 : out[filled - 1];
      const start = 0x300 * (((filled & literalPositions) << lc) + (before >> 8 - lc));
      let symbol = 1;
      if (state >= 7) {
        let matched = out[filled - rep0 - 1];
        while (symbol < 0x100) {
          const expected = matched >> 7 & 1;
          matched <<= 1;
          const next = bit(literals, start + (1 + expected << 8) + symbol);
          symbol = symbol << 1 | next;
          if (next !== expected) {
            break;
          }
        }
      }
      while (symbol < 0x100) {
        symbol = symbol << 1 | bit(literals, start + symbol);
      }
      out[filled++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRep, state) === 0) {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      count = length(matchLengths, position);
      state = state < 7 ? 7 : 10;
      const slot = tree(posSlots, Math.min(count - 2, 3) << 6, 6);
      const more = (slot >> 1) - 1;
      rep0 = slot < 4 ? slot : (2 | slot & 1) << more;
      if (slot >= 14) {
        rep0 += (direct(more - 4) << 4) + reverseTree(align, 0, 4);
      } else if (slot >= 4) {
        rep0 += reverseTree(posSpecial, rep0 - slot, more);
      }
    } else {
      if (bit(isRepG0, state) === 0) {
        if (bit(isRep0Long, (state << 4) + position) === 0) {
          out[filled] = out[filled - rep0 - 1];
          filled++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else {
        let distance = rep1;
        if (bit(isRepG1, state) === 1) {
          distance = rep2;
          if (bit(isRepG2, state) === 1) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      count = length(repLengths, position);
      state = state < 7 ? 8 : 11;
    }
    for (const end = filled + count; filled < end; filled++) {
      out[filled] = out[filled - rep0 - 1];
    }
  }
  return out;
};

/** The CRC-32 of bytes, as of gzip. */
const checksum = bytes => {
  const table = Int32Array.from({ length: 256 }, (_, i) => {
    for (let bit = 0; bit < 8; bit++) {
      i = i >>> 1 ^ (i & 1 ? 0xedb88320 : 0);
    }
    return i;
  });
  let sum = -1;
  for (const byte of bytes) {
    sum = sum >>> 8 ^ table[(sum ^ byte) & 255];
  }
  return ~sum;
};

/** What was packed: LZMA, then the CRC-32 of that. Most damage would be run otherwise, and make other numbers. */
const unpacked = packed => {
  const end = packed.length - 4;
  if (checksum(packed.subarray(0, end)) !== new DataView(packed.buffer).getInt32(end, true)) {
    throw new Error("the file is damaged, and what it carries can\u2019t be unpacked.");
  }
  return decompressed(packed);
};

let engine;
onmessage = async ({ data: { id, call, values } }) => {
  try {
    if (call === "start") {
      const module = values[0] instanceof Uint8Array
        ? await WebAssembly.compile(unpacked(values[0]), { builtins: ["js-string"] })
        : values[0];
      engine = (await load(module, {})).exports;
      engine.main([]);
      postMessage({ id, value: module });
    } else {
      const value = call === "decompress" ? unpacked(values[0]) : engine[call](...values);
      postMessage({ id, value });
    }
  } catch (e) {
    postMessage({ id, fatal: String(e && e.message || e) });
  }
};
