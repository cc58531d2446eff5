// The first frame of a GIF through giflib's sequential interface: palette indices, placed by the caller.
#include <gif_lib.h>

#include <cstring>

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

bool read_rows(GifFileType* gif, std::uint8_t* pixels, std::size_t stride) {
    static const int kFirst[] = {0, 4, 2, 1};
    static const int kStep[] = {8, 8, 4, 2};
    const bool interlaced = gif->Image.Interlace;
    for (int pass = 0; pass < (interlaced ? 4 : 1); pass++) {
        for (int y = interlaced ? kFirst[pass] : 0; y < gif->Image.Height; y += interlaced ? kStep[pass] : 1) {
            if (DGifGetLine(gif, pixels + static_cast<std::size_t>(y) * stride, gif->Image.Width) == GIF_ERROR) {
                return false;
            }
        }
    }
    return true;
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
        return finish(gif, gif == nullptr ? error : gif->Error != 0 ? gif->Error : D_GIF_ERR_NO_IMAG_DSCR, reader, message);
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
    if (!find_frame(gif, reader, &transparent) || !read_rows(gif, pixels, stride)) {
        return finish(gif, gif->Error != 0 ? gif->Error : D_GIF_ERR_NO_IMAG_DSCR, reader, message);
    }
    return finish(gif, D_GIF_SUCCEEDED, reader, message);
}
