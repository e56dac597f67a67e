// Rows of text as CSV or as a workbook, and back, in this browser: what is saved is sent nowhere.

const TYPES = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org";
const SHEET = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;

/** A file of rows; every cell is text, so that no program rounds an id or runs a formula. */
export const file = (rows, format) => new Blob([format === "csv" ? csv(rows) : workbook(rows)], { type: TYPES[format] });

/** The rows of a file of either kind. */
export async function read(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? sheet(bytes) : uncsv(new TextDecoder().decode(bytes));
}

// As in the server's exports: what a spreadsheet would run gets an apostrophe, and so does what begins
// with one; reading drops it. A control character becomes its picture.
const RUN = /^'|^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const guarded = (cell) => (RUN.test(cell) ? `'${shown(cell)}` : shown(cell));
const unguarded = (cell) => (cell.startsWith("'") ? cell.slice(1) : cell);
const shown = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\x7f/g, "\u2421")
    .replace(/[\x80-\x9f\ufffe\uffff]/g, "\ufffd");

const csv = (rows) =>
  "\ufeff" + rows.map((row) => row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(",") + "\r\n").join("");

function uncsv(text) {
  const rows = [[]];
  const separator = /^[^\n]*;/.test(text) && !/^[^\n]*,/.test(text) ? ";" : ",";
  const cells = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, "gy");
  let read = 0;
  for (const [all, cell, end] of text.matchAll(cells)) {
    read += all.length;
    if (all === "") break;
    rows.at(-1).push(unguarded(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
    if (end !== separator) rows.push([]);
  }
  if (read < text.length) {
    throw new Error(`A quote in row ${rows.length} of this file stands where none can. Nothing was added.`);
  }
  return rows.filter((row) => row.length);
}

const escaped = (text) =>
  shown(text).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function workbook(rows) {
  const cell = (text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const related = (id, type, target) =>
    `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
    "_rels/.rels": related("r1", "officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `${XML}<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="Tweets" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": related("r1", "worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${SHEET}"><sheetData>${lines}</sheetData></worksheet>`,
  });
}

function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

const numbers = (size, ...fields) => {
  const view = new DataView(new ArrayBuffer(size));
  for (const [at, length, value] of fields) length === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
  return new Uint8Array(view.buffer);
};

/** A ZIP whose parts are stored as they are. */
function zip(parts) {
  const [body, index] = [[], []];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [name, bytes] = [path, text].map((part) => new TextEncoder().encode(part));
    // From the version on, a local header and an entry of the index have the same fields.
    const same = (from) => [[from, 2, 20], [from + 2, 2, 0x800], [from + 8, 2, 0x21], [from + 10, 4, crc(bytes)], [from + 14, 4, bytes.length], [from + 18, 4, bytes.length], [from + 22, 2, name.length]];
    const local = [numbers(30, [0, 4, 0x04034b50], ...same(4)), name, bytes];
    index.push(numbers(46, [0, 4, 0x02014b50], [4, 2, 20], ...same(6), [42, 4, at]), name);
    body.push(...local);
    at += local.reduce((sum, part) => sum + part.length, 0);
  }
  const [count, size] = [Object.keys(parts).length, index.reduce((sum, part) => sum + part.length, 0)];
  return new Blob([...body, ...index, numbers(22, [0, 4, 0x06054b50], [8, 2, count], [10, 2, count], [12, 4, size], [16, 4, at])]);
}

async function unzipped(bytes) {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  const parts = {};
  if (end < 0) return parts;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [how, size, name, extra, comment, from] = [[10, 2], [20, 4], [28, 2], [30, 2], [32, 2], [42, 4]].map(([place, length]) =>
      length === 2 ? view.getUint16(at + place, true) : view.getUint32(at + place, true),
    );
    const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    const data = new Blob([bytes.slice(start, start + size)]);
    const plain = how === 0 ? data : await new Response(data.stream().pipeThrough(new DecompressionStream("deflate-raw"))).blob();
    parts[new TextDecoder().decode(bytes.slice(at + 46, at + 46 + name))] = await plain.text();
    at += 46 + name + extra + comment;
  }
  return parts;
}

async function sheet(bytes) {
  const parts = await unzipped(bytes);
  const all = (path, tag) => [...new DOMParser().parseFromString(parts[path] ?? "<none/>", "text/xml").getElementsByTagNameNS("*", tag)];
  const inner = (node, tag) => [...node.getElementsByTagNameNS("*", tag)];
  const text = (node) => inner(node, "t").map((run) => run.textContent).join("");
  const shared = all("xl/sharedStrings.xml", "si").map(text);
  const path = Object.keys(parts).find((name) => /^xl\/worksheets\/[^/]*\.xml$/.test(name));
  return all(path, "row").map((row) => {
    const cells = [];
    for (const cell of inner(row, "c")) {
      // An empty cell may be left out; its neighbour's name tells.
      const letters = cell.getAttribute("r")?.replace(/[0-9]+/, "") ?? "";
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const value = inner(cell, "v")[0]?.textContent ?? "";
      cells[column < 0 ? cells.length : column] = { s: () => shared[Number(value)], inlineStr: () => text(cell) }[cell.getAttribute("t")]?.() ?? value;
    }
    return Array.from(cells, (cell) => cell ?? "");
  });
}
