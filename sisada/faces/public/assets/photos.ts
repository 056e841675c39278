// Photos are made small before they are sent: the longer side at most 1600 pixels. Where one was taken is read first and offered later.
import { placeIn } from "./exif";

const LONGEST = 1600;
const QUALITY = 0.82;

export async function shrinkAll(data: FormData): Promise<void> {
  const files = data.getAll("berkas").filter((one): one is File => one instanceof File && one.size > 0);
  data.delete("berkas");
  for (const file of files) {
    const place = data.get("photo_place") ? null : placeIn(await file.arrayBuffer());
    if (place) data.set("photo_place", place);
    data.append("berkas", await shrunk(file), "foto.jpg"); // a file's own name tells about its sender
  }
}

// In a form that the browser sends itself, the chosen files give way to smaller ones.
export function shrinkChosen(): void {
  document.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    if (!input.matches("input[type=file][data-shrink]") || !input.files) return;
    void Promise.all([...input.files].map(shrunk)).then((small) => {
      const list = new DataTransfer();
      small.forEach((one) => list.items.add(new File([one], "foto.jpg", { type: one.type })));
      input.files = list.files;
    });
  });
}

async function shrunk(file: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, "image/jpeg", QUALITY));
    return blob ?? file;
  } catch {
    return file; // what this browser cannot draw the server looks at
  }
}
