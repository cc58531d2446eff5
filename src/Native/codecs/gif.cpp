// The first frame of a GIF: giflib reads the records and the codes, the strings are expanded here. Palette indices,
// placed by the caller.
#include <algorithm>
#include <cstring>

#include <gif_lib.h>

#include "codecs.h"

namespace {

struct Reader {
    const std::uint8_t* next;
    std::size_t left;
    bool ended;
};

// At the end of the data a lone length byte reads as the terminator of the block list: pixels that are complete stay
// valid and missing ones are an error, as in Pillow.
int read(GifFileType* gif, GifByteType* target, int count) {
    auto* reader = static_cast<Reader*>(gif->UserData);
    const std::size_t wanted = static_cast<std::size_t>(count);
    if (wanted > reader->left) {
        reader->ended = true;
        if (wanted != 1 || reader->left > 0) {
            return 0;
        }
        *target = 0;
        return 1;
    }
    std::memcpy(target, reader->next, wanted);
    reader->next += wanted;
    reader->left -= wanted;
    return count;
}

// Index of the transparent colour, kept from the last graphic control block that names one.
bool read_extension(GifFileType* gif, std::int32_t* transparent) {
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) {
        return false;
    }
    if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr && block[0] >= 4 && (block[1] & 1) != 0) {
        *transparent = block[4];
    }
    while (block != nullptr) {
        if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) {
            return false;
        }
    }
    return true;
}

// Moves to the first frame. A byte that starts no record is stepped over, as Pillow does.
bool find_frame(GifFileType* gif, const Reader& reader, std::int32_t* transparent) {
    for (;;) {
        GifRecordType record = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif, &record) == GIF_ERROR) {
            if (gif->Error == D_GIF_ERR_WRONG_RECORD && !reader.ended) {
                continue;
            }
            return false;
        }
        if (record == IMAGE_DESC_RECORD_TYPE) {
            return DGifGetImageHeader(gif) == GIF_OK;
        }
        if (record != EXTENSION_RECORD_TYPE || !read_extension(gif, transparent)) {
            return false;
        }
    }
}

// Why there is no frame.
int frame_error(const GifFileType* gif) { return gif->Error != 0 ? gif->Error : D_GIF_ERR_NO_IMAG_DSCR; }

// Where the next pixel goes: row by row, or in the four passes of an interlaced frame.
struct Cursor {
    std::uint8_t* pixels;
    std::size_t stride;
    int width;
    int height;
    int pass;  // 0 to 3 of an interlaced frame, -1 where rows follow each other
    int x;
    int y;

    bool is_done() const { return y >= height; }

    void put(const std::uint8_t* run, int count) {
        while (count > 0 && !is_done()) {
            const int part = std::min(count, width - x);
            std::memcpy(pixels + static_cast<std::size_t>(y) * stride + x, run, static_cast<std::size_t>(part));
            run += part;
            count -= part;
            x += part;
            if (x == width) {
                next_row();
            }
        }
    }

private:
    void next_row() {
        static const int kFirst[] = {0, 4, 2, 1};
        static const int kStep[] = {8, 8, 4, 2};
        x = 0;
        y += pass < 0 ? 1 : kStep[pass];
        while (y >= height && pass >= 0 && pass < 3) {
            y = kFirst[++pass];
        }
    }
};

// The strings of LZW codes. giflib's own expansion forgives codes that are not yet defined; Pillow does not.
class Strings {
public:
    explicit Strings(int bits) : clear_(1 << bits) { reset(); }

    bool is_clear(int code) const { return code == clear_; }

    void reset() {
        next_ = clear_ + 2;
        last_ = -1;
    }

    // Appends the code's string to the picture; false for a code without one.
    bool expand(int code, Cursor& cursor) {
        if (last_ < 0 ? code >= clear_ : code > next_) {
            return false;
        }
        std::uint8_t* const end = run_ + sizeof run_;
        std::uint8_t* begin = end;
        int link = code;
        if (code == next_) {
            *--begin = first_;
            link = last_;
        }
        for (; link >= clear_; link = prefix_[link]) {
            if (begin <= run_ + 1) {
                return false;
            }
            *--begin = suffix_[link];
        }
        *--begin = first_ = static_cast<std::uint8_t>(link);
        if (last_ >= 0 && next_ < kTableSize) {
            prefix_[next_] = static_cast<std::uint16_t>(last_);
            suffix_[next_++] = first_;
        }
        last_ = code;
        cursor.put(begin, static_cast<int>(end - begin));
        return true;
    }

private:
    static constexpr int kTableSize = 4096;

    int clear_;
    int next_ = 0;
    int last_ = -1;
    std::uint8_t first_ = 0;
    std::uint16_t prefix_[kTableSize] = {};
    std::uint8_t suffix_[kTableSize] = {};
    std::uint8_t run_[kTableSize + 2] = {};
};

// Returns giflib's error code.
int read_pixels(GifFileType* gif, std::uint8_t* pixels, std::size_t stride) {
    Cursor cursor{pixels, stride, gif->Image.Width, gif->Image.Height, gif->Image.Interlace ? 0 : -1, 0, 0};
    // The last byte that giflib read for the frame's header is the number of bits of a colour, which it does not tell.
    Strings strings(static_cast<const Reader*>(gif->UserData)->next[-1]);
    while (!cursor.is_done()) {
        int code = 0;
        if (DGifGetLZCodes(gif, &code) == GIF_ERROR) {
            return gif->Error;
        }
        if (code < 0) {
            return D_GIF_ERR_EOF_TOO_SOON;
        }
        if (strings.is_clear(code)) {
            strings.reset();
        } else if (!strings.expand(code, cursor)) {
            return D_GIF_ERR_IMAGE_DEFECT;
        }
    }
    return D_GIF_SUCCEEDED;
}

int finish(GifFileType* gif, int error, const Reader& reader, char* message) {
    if (gif != nullptr) {
        int ignored = 0;
        DGifCloseFile(gif, &ignored);
    }
    if (error == D_GIF_SUCCEEDED) {
        return kOk;
    }
    const char* text = GifErrorString(error);
    clipper_set_message(message, text != nullptr ? text : "there is no picture in it");
    return reader.ended || error == D_GIF_ERR_EOF_TOO_SOON ? kTruncated : kBroken;
}

}  // namespace

struct ClipperGifInfo {
    std::int32_t screen_width;
    std::int32_t screen_height;
    std::int32_t left;
    std::int32_t top;
    std::int32_t width;
    std::int32_t height;
    std::int32_t transparent;  // palette index, -1 where there is none
    std::int32_t colors;       // entries of the frame's palette, else of the global one; 0 where there is neither
    std::uint8_t palette[768];
};

CLIPPER_EXPORT int clipper_gif_info(const std::uint8_t* data, std::size_t size, ClipperGifInfo* result, char* message) {
    Reader reader{data, size, false};
    int error = D_GIF_SUCCEEDED;
    GifFileType* gif = DGifOpen(&reader, read, &error);
    result->transparent = -1;
    if (gif == nullptr || !find_frame(gif, reader, &result->transparent)) {
        return finish(gif, gif == nullptr ? error : frame_error(gif), reader, message);
    }
    result->screen_width = gif->SWidth;
    result->screen_height = gif->SHeight;
    result->left = gif->Image.Left;
    result->top = gif->Image.Top;
    result->width = gif->Image.Width;
    result->height = gif->Image.Height;
    const ColorMapObject* map = gif->Image.ColorMap != nullptr ? gif->Image.ColorMap : gif->SColorMap;
    result->colors = map != nullptr ? map->ColorCount : 0;
    for (int i = 0; i < result->colors; i++) {
        result->palette[3 * i] = map->Colors[i].Red;
        result->palette[3 * i + 1] = map->Colors[i].Green;
        result->palette[3 * i + 2] = map->Colors[i].Blue;
    }
    return finish(gif, D_GIF_SUCCEEDED, reader, message);
}

// Palette indices of the first frame: `pixels` is where its first pixel goes.
CLIPPER_EXPORT int clipper_gif_decode(
    const std::uint8_t* data, std::size_t size, std::uint8_t* pixels, std::size_t stride, char* message) {
    Reader reader{data, size, false};
    int error = D_GIF_SUCCEEDED;
    std::int32_t transparent = -1;
    GifFileType* gif = DGifOpen(&reader, read, &error);
    if (gif == nullptr) {
        return finish(gif, error, reader, message);
    }
    if (!find_frame(gif, reader, &transparent)) {
        return finish(gif, frame_error(gif), reader, message);
    }
    return finish(gif, read_pixels(gif, pixels, stride), reader, message);
}
