"""Makes the TIFF files of this folder and, as text beside each, what Pillow reads of it: mode, size, pixels in hexadecimal.
Made with Pillow 9.4.0: python3 make.py"""
import pathlib

from PIL import Image

HERE = pathlib.Path(__file__).parent
RGB = Image.new("RGB", (19, 11))
RGB.putdata([((x * 13 + y) % 256, (y * 23) % 256, (x * y * 7) % 256) for y in range(11) for x in range(19)])

FILES = {
    "raw": (RGB, "raw"), "lzw": (RGB, "tiff_lzw"), "deflate": (RGB, "tiff_adobe_deflate"), "packbits": (RGB, "packbits"),
    "jpeg": (RGB, "jpeg"), "grey-lzw": (RGB.convert("L"), "tiff_lzw"), "group4": (RGB.convert("1"), "group4"),
    "palette": (RGB.quantize(16), "tiff_lzw"), "cmyk": (RGB.convert("CMYK"), "raw"), "rgba": (RGB.convert("RGBA"), "tiff_lzw"),
}
for name, (picture, compression) in FILES.items():
    path = HERE / f"{name}.tif"
    picture.save(path, compression=compression)
    with Image.open(path) as read:
        if read.mode == "1":
            pixels = bytes(read.getdata())
        else:
            pixels = read.tobytes()
        path.with_suffix(".txt").write_text(f"{read.mode} {read.width} {read.height}\n{pixels.hex()}\n")
