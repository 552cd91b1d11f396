#include "CVips.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include <vips/vips.h>

// Behind the other, which it needs.
#include <vips/vector.h>

static char reason[512];

const char *cvips_reason(void) { return reason; }

// Warnings come line by line of a damaged picture; what fails is said by the call that fails.
static void be_silent(const char *domain, GLogLevelFlags level, const char *message, void *user) {
    (void)domain, (void)level, (void)message, (void)user;
}

static int failed(void) {
    snprintf(reason, sizeof reason, "%s", vips_error_buffer());
    reason[strcspn(reason, "\n")] = 0;
    vips_error_clear();
    return -1;
}

static int limit(__rlimit_resource_t what, uint64_t value) {
    struct rlimit both = {.rlim_cur = value, .rlim_max = value};
    if (setrlimit(what, &both) == 0) return 0;
    snprintf(reason, sizeof reason, "a limit of the process cannot be set");
    return -1;
}

// The readers that are used, as the library calls them.
static const char *const readers[] = {
    "VipsForeignLoadTiff", "VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadNsgif", "VipsForeignLoadWebp",
};
static const size_t reader_count = sizeof readers / sizeof *readers;

// Whether one of them reads the picture. Shutting the others is not enough: some look into a file before they find
// themselves shut, so that no file of theirs may get as far.
static int is_known(const unsigned char *bytes, size_t length) {
    static const struct {
        const char *bytes;
        size_t length;
    } beginnings[] = {
        {"II*\0", 4}, {"MM\0*", 4}, {"\x89PNG\r\n\x1a\n", 8}, {"\xff\xd8\xff", 3}, {"GIF8", 4}, {"RIFF", 4},
    };
    for (size_t place = 0; place < sizeof beginnings / sizeof *beginnings; place++) {
        size_t count = beginnings[place].length;
        if (length < count || memcmp(bytes, beginnings[place].bytes, count) != 0) continue;
        const char *name = vips_foreign_find_load_buffer(bytes, length);
        for (size_t reader = 0; name != NULL && reader < reader_count; reader++) {
            if (strncmp(name, readers[reader], strlen(readers[reader])) == 0) return 1;
        }
    }
    vips_error_clear();
    snprintf(reason, sizeof reason, "no whole TIFF, PNG, JPEG, GIF or WebP picture");
    return 0;
}

int cvips_start(const char *program, cvips_limits limits) {
    g_log_set_default_handler(be_silent, NULL);
    if (VIPS_INIT(program)) return failed();
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    // Its compiled loops want memory that is written and run, for which it makes files.
    vips_vector_set_enabled(FALSE);
    vips_block_untrusted_set(TRUE);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (size_t place = 0; place < reader_count; place++) vips_operation_block_set(readers[place], FALSE);
    if (limit(RLIMIT_AS, limits.memory) || limit(RLIMIT_CPU, limits.seconds) || limit(RLIMIT_NOFILE, limits.files)
        || limit(RLIMIT_FSIZE, 0) || limit(RLIMIT_CORE, 0)) return -1;
    return 0;
}

// Whether every pixel is black or white, as scanned pages are; `picture` lies in memory.
static int is_bilevel(VipsImage *picture) {
    if (picture->Bands != 1 || picture->BandFmt != VIPS_FORMAT_UCHAR) return 0;
    const VipsPel *pixels = VIPS_IMAGE_ADDR(picture, 0, 0);
    size_t count = VIPS_IMAGE_N_PELS(picture);
    size_t others = 0;
    for (size_t place = 0; place < count; place++) others += pixels[place] != 0 && pixels[place] != 255;
    return others == 0;
}

static int save(VipsImage *picture, int bits, cvips_picture *result) {
    VipsImage *opaque = NULL;
    VipsImage *bytes = NULL;
    int status = 0;
    if (vips_image_hasalpha(picture)) {
        double white = 255;
        VipsArrayDouble *background = vips_array_double_new(&white, 1);
        status = vips_flatten(picture, &opaque, "background", background, NULL);
        vips_area_unref(VIPS_AREA(background));
    } else {
        g_object_ref(picture);
        opaque = picture;
    }
    if (status == 0) status = vips_cast_uchar(opaque, &bytes, NULL);
    if (status == 0) {
        result->width = bytes->Xsize;
        result->height = bytes->Ysize;
        status = vips_pngsave_buffer(
            bytes, &result->bytes, &result->length, "compression", 9, "strip", TRUE, "bitdepth", bits, NULL
        );
    }
    if (bytes != NULL) g_object_unref(bytes);
    if (opaque != NULL) g_object_unref(opaque);
    return status ? failed() : 0;
}

int cvips_png(const void *bytes, size_t length, uint64_t pixels, uint32_t side, cvips_picture *picture) {
    memset(picture, 0, sizeof *picture);
    if (!is_known(bytes, length)) return -1;
    // Opening reads the header alone.
    VipsImage *whole = vips_image_new_from_buffer(
        bytes, length, "", "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL
    );
    if (whole == NULL) return failed();
    int width = whole->Xsize;
    int height = whole->Ysize;
    if ((uint64_t)width * (uint64_t)height > pixels) {
        g_object_unref(whole);
        snprintf(reason, sizeof reason, "%d x %d pixels are more than %llu", width, height, (unsigned long long)pixels);
        return -1;
    }
    VipsImage *memory = vips_image_copy_memory(whole);
    g_object_unref(whole);
    if (memory == NULL) return failed();
    VipsImage *shown = NULL;
    int status = vips_thumbnail_image(memory, &shown, (int)side, "height", (int)side, "size", VIPS_SIZE_DOWN, NULL);
    // Two tones need one bit a pixel while the size stays; made smaller they have greys, of which sixteen are enough.
    int bits = !is_bilevel(memory) ? 8 : (uint32_t)width > side || (uint32_t)height > side ? 4 : 1;
    g_object_unref(memory);
    if (status) return failed();
    status = save(shown, bits, picture);
    g_object_unref(shown);
    return status;
}

void cvips_free(cvips_picture *picture) {
    g_free(picture->bytes);
    memset(picture, 0, sizeof *picture);
}
