// JPEG through libjpeg-turbo with its defaults (accurate integer DCT, fancy upsampling), as Pillow uses it.
//
// The source manager suspends at the end of the data instead of inventing an end-of-image marker: so a truncated file
// is an error, while damage that libjpeg-turbo can step over is not. That is Pillow's behaviour.
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "codecs.h"

namespace {

struct Failure {
    jpeg_error_mgr base;
    std::jmp_buf jump;
    char* message;
};

[[noreturn]] void fail(j_common_ptr info) {
    auto* failure = reinterpret_cast<Failure*>(info->err);
    char text[JMSG_LENGTH_MAX];
    info->err->format_message(info, text);
    clipper_set_message(failure->message, text);
    std::longjmp(failure->jump, 1);
}

void ignore(j_common_ptr) {}

void nothing(j_decompress_ptr) {}

boolean suspend(j_decompress_ptr) { return FALSE; }

void skip(j_decompress_ptr info, long count) {
    jpeg_source_mgr* source = info->src;
    if (count <= 0) {
        return;
    }
    std::size_t step = static_cast<std::size_t>(count);
    if (step > source->bytes_in_buffer) {
        step = source->bytes_in_buffer;
    }
    source->next_input_byte += step;
    source->bytes_in_buffer -= step;
}

// One decompression; plain data, because longjmp passes over the frame that holds it.
struct Decoder {
    jpeg_decompress_struct info;
    Failure failure;
    jpeg_source_mgr source;
};

void create(Decoder& decoder, const std::uint8_t* data, std::size_t size) {
    jpeg_create_decompress(&decoder.info);
    decoder.source = {};
    decoder.source.init_source = nothing;
    decoder.source.fill_input_buffer = suspend;
    decoder.source.skip_input_data = skip;
    decoder.source.resync_to_restart = jpeg_resync_to_restart;
    decoder.source.term_source = nothing;
    decoder.source.next_input_byte = data;
    decoder.source.bytes_in_buffer = size;
    decoder.info.src = &decoder.source;
}

void set_errors(Decoder& decoder, char* message) {
    decoder.info.err = jpeg_std_error(&decoder.failure.base);
    decoder.failure.base.error_exit = fail;
    decoder.failure.base.output_message = ignore;
    decoder.failure.message = message;
}

int read_header(Decoder& decoder) {
    int found;
    do {
        found = jpeg_read_header(&decoder.info, FALSE);
    } while (found == JPEG_HEADER_TABLES_ONLY);
    return found == JPEG_HEADER_OK ? kOk : kTruncated;
}

int read_rows(Decoder& decoder, std::uint8_t* pixels, std::size_t stride) {
    if (!jpeg_start_decompress(&decoder.info)) {
        return kTruncated;
    }
    while (decoder.info.output_scanline < decoder.info.output_height) {
        JSAMPROW row = pixels + decoder.info.output_scanline * stride;
        if (jpeg_read_scanlines(&decoder.info, &row, 1) != 1) {
            return kTruncated;
        }
    }
    // Damage between the last row and the end-of-image marker is an error; that the marker is missing is not.
    jpeg_finish_decompress(&decoder.info);
    return kOk;
}

}  // namespace

struct ClipperJpegInfo {
    std::int32_t width;
    std::int32_t height;
    std::int32_t channels;  // 1 grey, 3 colour, 4 CMYK or YCCK
};

CLIPPER_EXPORT int clipper_jpeg_info(
    const std::uint8_t* data, std::size_t size, ClipperJpegInfo* result, char* message) {
    Decoder decoder;
    set_errors(decoder, message);
    if (setjmp(decoder.failure.jump)) {
        jpeg_destroy_decompress(&decoder.info);
        return kBroken;
    }
    create(decoder, data, size);
    const int status = read_header(decoder);
    if (status == kOk) {
        result->width = static_cast<std::int32_t>(decoder.info.image_width);
        result->height = static_cast<std::int32_t>(decoder.info.image_height);
        result->channels = decoder.info.num_components;
    }
    jpeg_destroy_decompress(&decoder.info);
    return status;
}

// Grey, RGB or CMYK rows, as many channels as `clipper_jpeg_info` said; CMYK values are those in the file.
CLIPPER_EXPORT int clipper_jpeg_decode(
    const std::uint8_t* data, std::size_t size, std::uint8_t* pixels, std::size_t stride, char* message) {
    Decoder decoder;
    set_errors(decoder, message);
    if (setjmp(decoder.failure.jump)) {
        jpeg_destroy_decompress(&decoder.info);
        return kBroken;
    }
    create(decoder, data, size);
    int status = read_header(decoder);
    if (status == kOk) {
        const int channels = decoder.info.num_components;
        decoder.info.out_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
        decoder.info.dct_method = JDCT_ISLOW;
        decoder.info.do_fancy_upsampling = TRUE;
        status = read_rows(decoder, pixels, stride);
    }
    jpeg_destroy_decompress(&decoder.info);
    return status;
}
