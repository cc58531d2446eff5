// PNG through libpng. Samples come out as they are in the file, below 8 bits one a byte and unscaled, with two
// exceptions for 16 bits: grey is in the machine's byte order; all else keeps its high bytes, and grey with alpha
// becomes RGBA.
//
// Checksums as Pillow: an error up to the first IDAT chunk, ignored in the pixel data. What follows the last row is not
// read.
#include <csetjmp>
#include <cstring>

#include <png.h>

#include "codecs.h"

namespace {

struct Reader {
    const std::uint8_t* next;
    std::size_t left;
    char* message;
    bool ended;
};

[[noreturn]] void fail(png_structp png, png_const_charp text) {
    clipper_set_message(static_cast<Reader*>(png_get_error_ptr(png))->message, text);
    png_longjmp(png, 1);
}

void ignore(png_structp, png_const_charp) {}

// A last IDAT chunk that is cut short is given the length that it really has, so that rows which are complete are
// still read: libpng would ask for the whole chunk at once and give up.
void mend_length(std::uint8_t* header, std::size_t left) {
    const std::size_t length = png_get_uint_32(header);
    if (std::memcmp(header + 4, "IDAT", 4) == 0 && length > left) {
        png_save_uint_32(header, static_cast<png_uint_32>(left));
    }
}

void read(png_structp png, png_bytep target, std::size_t count) {
    auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
    if (count > reader->left) {
        reader->ended = true;
        png_error(png, "the data ends too early");
    }
    std::memcpy(target, reader->next, count);
    reader->next += count;
    reader->left -= count;
    if (png_get_io_state(png) == (PNG_IO_READING | PNG_IO_CHUNK_HDR) && count == 8) {
        mend_length(target, reader->left);
    }
}

struct Png {
    png_structp png;
    png_infop info;
};

bool create(Png& target, Reader& reader) {
    target.info = nullptr;
    target.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, fail, ignore);
    if (target.png != nullptr) {
        target.info = png_create_info_struct(target.png);
    }
    if (target.info == nullptr) {
        png_destroy_read_struct(&target.png, nullptr, nullptr);
        clipper_set_message(reader.message, "out of memory");
        return false;
    }
    return true;
}

void read_header(Png& target, Reader& reader) {
    png_set_read_fn(target.png, &reader, read);
    png_set_user_limits(target.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_crc_action(target.png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_read_info(target.png, target.info);
}

// libpng goes on to the end of the compressed stream after the last row; what is wrong there touches no pixel.
bool is_complete(const Png& target) {
    return png_get_interlace_type(target.png, target.info) == PNG_INTERLACE_NONE
        ? png_get_current_row_number(target.png) >= png_get_image_height(target.png, target.info)
        : png_get_current_pass_number(target.png) >= PNG_INTERLACE_ADAM7_PASSES;
}

int failed(Png& target, const Reader& reader) {
    png_destroy_read_struct(&target.png, &target.info, nullptr);
    return reader.ended ? kTruncated : kBroken;
}

void set_transformations(const Png& target) {
    png_set_packing(target.png);
    if (png_get_bit_depth(target.png, target.info) < 16) {
        return;
    }
    const int type = png_get_color_type(target.png, target.info);
    if (type == PNG_COLOR_TYPE_GRAY) {
        png_set_swap(target.png);
        return;
    }
    png_set_strip_16(target.png);
    if (type == PNG_COLOR_TYPE_GRAY_ALPHA) {
        png_set_gray_to_rgb(target.png);
    }
}

}  // namespace

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "png_set_swap is for little-endian machines");

struct ClipperPngInfo {
    std::int32_t width;
    std::int32_t height;
    std::int32_t depth;       // bits a sample: 1, 2, 4, 8, 16
    std::int32_t color_type;  // PNG's own: 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA
    std::int32_t colors;      // entries of the palette
    std::uint8_t palette[768];
};

CLIPPER_EXPORT int clipper_png_info(const std::uint8_t* data, std::size_t size, ClipperPngInfo* result, char* message) {
    Reader reader{data, size, message, false};
    Png png;
    if (!create(png, reader)) {
        return kBroken;
    }
    if (setjmp(png_jmpbuf(png.png))) {
        return failed(png, reader);
    }
    read_header(png, reader);
    result->width = static_cast<std::int32_t>(png_get_image_width(png.png, png.info));
    result->height = static_cast<std::int32_t>(png_get_image_height(png.png, png.info));
    result->depth = png_get_bit_depth(png.png, png.info);
    result->color_type = png_get_color_type(png.png, png.info);
    png_colorp palette = nullptr;
    int colors = 0;
    png_get_PLTE(png.png, png.info, &palette, &colors);
    result->colors = colors;
    for (int i = 0; i < colors; i++) {
        result->palette[3 * i] = palette[i].red;
        result->palette[3 * i + 1] = palette[i].green;
        result->palette[3 * i + 2] = palette[i].blue;
    }
    png_destroy_read_struct(&png.png, &png.info, nullptr);
    return kOk;
}

CLIPPER_EXPORT int clipper_png_decode(
    const std::uint8_t* data, std::size_t size, std::uint8_t* pixels, std::size_t stride, char* message) {
    Reader reader{data, size, message, false};
    Png png;
    if (!create(png, reader)) {
        return kBroken;
    }
    if (setjmp(png_jmpbuf(png.png))) {
        const bool complete = is_complete(png);
        const int status = failed(png, reader);
        return complete ? kOk : status;
    }
    read_header(png, reader);
    png_set_crc_action(png.png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
    set_transformations(png);
    const int passes = png_set_interlace_handling(png.png);
    png_read_update_info(png.png, png.info);
    const png_uint_32 height = png_get_image_height(png.png, png.info);
    for (int pass = 0; pass < passes; pass++) {
        for (png_uint_32 y = 0; y < height; y++) {
            png_read_row(png.png, pixels + y * stride, nullptr);
        }
    }
    png_destroy_read_struct(&png.png, &png.info, nullptr);
    return kOk;
}
