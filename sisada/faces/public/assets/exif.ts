// Where a JPEG says it was taken: "-6.26123,106.84512" or null. Only the two tags of latitude and longitude are read.
const LAT_REF = 1, LAT = 2, LON_REF = 3, LON = 4, GPS = 0x8825;

export function placeIn(file: ArrayBuffer): string | null {
  try {
    const view = new DataView(file);
    const start = exifStart(view);
    return start === null ? null : placeOf(view, start);
  } catch {
    return null; // a broken file says nothing
  }
}

// The TIFF header inside the APP1 segment.
function exifStart(view: DataView): number | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; view.getUint8(at) === 0xff && view.getUint16(at) !== 0xffda; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
  }
  return null;
}

function placeOf(view: DataView, start: number): string | null {
  const little = view.getUint16(start) === 0x4949;
  const root = tags(view, start, start + view.getUint32(start + 4, little), little);
  const pointer = root.get(GPS);
  if (pointer === undefined) return null;
  const gps = tags(view, start, start + view.getUint32(pointer, little), little);
  const lat = degrees(view, start, gps.get(LAT), little), lon = degrees(view, start, gps.get(LON), little);
  if (lat === null || lon === null || lat > 90 || lon > 180) return null;
  const south = letter(view, gps.get(LAT_REF)) === "S", west = letter(view, gps.get(LON_REF)) === "W";
  return `${(south ? -lat : lat).toFixed(5)},${(west ? -lon : lon).toFixed(5)}`;
}

// Each tag of a directory with the place of its value.
function tags(view: DataView, start: number, directory: number, little: boolean): Map<number, number> {
  const found = new Map<number, number>();
  for (let left = view.getUint16(directory, little), at = directory + 2; left > 0; left -= 1, at += 12) {
    found.set(view.getUint16(at, little), at + 8);
  }
  return found;
}

// Degrees, minutes and seconds are three fractions somewhere else in the file.
function degrees(view: DataView, start: number, value: number | undefined, little: boolean): number | null {
  if (value === undefined) return null;
  const at = start + view.getUint32(value, little);
  const [d, m, s] = [0, 8, 16].map((step) => view.getUint32(at + step, little) / view.getUint32(at + step + 4, little));
  const whole = d + m / 60 + s / 3600;
  return Number.isFinite(whole) ? whole : null;
}

function letter(view: DataView, value: number | undefined): string {
  return value === undefined ? "" : String.fromCharCode(view.getUint8(value));
}
