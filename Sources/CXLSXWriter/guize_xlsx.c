#include "guize_xlsx.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// Structures of the headers must be those of the library: the version of its interface is part of its name.
#if defined(__APPLE__)
#define GUIZE_LIBRARY "libxlsxwriter." LXW_SOVERSION ".dylib"
#else
#define GUIZE_LIBRARY "libxlsxwriter.so." LXW_SOVERSION
#endif

#define GUIZE_FUNCTIONS(each) \
    each(workbook_new_opt) each(workbook_add_worksheet) each(workbook_add_format) each(workbook_set_properties) \
    each(workbook_close) each(lxw_workbook_free) \
    each(format_set_num_format) each(format_set_bg_color) each(format_set_bold) each(format_set_italic) \
    each(format_set_text_wrap) each(format_set_align) each(format_set_left) \
    each(worksheet_write_string) each(worksheet_write_number) each(worksheet_write_datetime) \
    each(worksheet_write_blank) each(worksheet_write_comment_opt) each(worksheet_set_column) \
    each(worksheet_set_row) each(worksheet_freeze_panes) each(worksheet_autofilter) each(worksheet_set_landscape) \
    each(worksheet_repeat_rows) each(worksheet_fit_to_pages)

typedef struct {
#define GUIZE_FIELD(name) __typeof__(name) *name;
    GUIZE_FUNCTIONS(GUIZE_FIELD)
#undef GUIZE_FIELD
} functions;

struct guize_xlsx {
    functions call;
    void *library;
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format **styles;
    int32_t style_count;
    int32_t style_capacity;
};

const char *guize_xlsx_library(void) { return GUIZE_LIBRARY; }

static guize_xlsx_status status_of(lxw_error error) {
    switch (error) {
    case LXW_NO_ERROR: return GUIZE_XLSX_OK;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return GUIZE_XLSX_NO_MEMORY;
    default: return GUIZE_XLSX_FAILED;
    }
}

static int load(guize_xlsx *book) {
    book->library = dlopen(GUIZE_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (book->library == NULL) return 0;
#define GUIZE_LOAD(name) \
    *(void **)&book->call.name = dlsym(book->library, #name); \
    if (book->call.name == NULL) return 0;
    GUIZE_FUNCTIONS(GUIZE_LOAD)
#undef GUIZE_LOAD
    return 1;
}

static void release(guize_xlsx *book) {
    if (book->library != NULL) dlclose(book->library);
    free(book->styles);
    free(book);
}

guize_xlsx_status guize_xlsx_open(const char *path, const char *folder, const char *title, int64_t created, guize_xlsx **result) {
    guize_xlsx *book = calloc(1, sizeof *book);
    if (book == NULL) return GUIZE_XLSX_NO_MEMORY;
    if (!load(book)) {
        release(book);
        return GUIZE_XLSX_NO_LIBRARY;
    }
    lxw_workbook_options options;
    memset(&options, 0, sizeof options);
    // The library does not write to it.
    options.tmpdir = (char *)folder;
    book->workbook = book->call.workbook_new_opt(path, &options);
    if (book->workbook == NULL) {
        release(book);
        return GUIZE_XLSX_NO_MEMORY;
    }
    lxw_doc_properties properties;
    memset(&properties, 0, sizeof properties);
    properties.title = (char *)title;
    properties.created = (time_t)created;
    lxw_error error = book->call.workbook_set_properties(book->workbook, &properties);
    if (error != LXW_NO_ERROR) {
        book->call.lxw_workbook_free(book->workbook);
        release(book);
        return status_of(error);
    }
    *result = book;
    return GUIZE_XLSX_OK;
}

int32_t guize_xlsx_style_number(guize_xlsx *book, const guize_xlsx_style *style) {
    if (book->style_count == book->style_capacity) {
        int32_t capacity = book->style_capacity == 0 ? 16 : 2 * book->style_capacity;
        lxw_format **styles = realloc(book->styles, (size_t)capacity * sizeof *styles);
        if (styles == NULL) return -1;
        book->styles = styles;
        book->style_capacity = capacity;
    }
    lxw_format *format = book->call.workbook_add_format(book->workbook);
    if (format == NULL) return -1;
    if (style->number_format != NULL) book->call.format_set_num_format(format, style->number_format);
    if (style->fill >= 0) book->call.format_set_bg_color(format, (lxw_color_t)style->fill);
    if (style->is_bold) book->call.format_set_bold(format);
    if (style->is_italic) book->call.format_set_italic(format);
    if (style->is_wrapped) book->call.format_set_text_wrap(format);
    if (style->has_left_line) book->call.format_set_left(format, LXW_BORDER_THICK);
    book->call.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    book->call.format_set_align(format, LXW_ALIGN_LEFT);
    book->styles[book->style_count] = format;
    return book->style_count++;
}

static lxw_format *style_of(guize_xlsx *book, int32_t style) {
    return style >= 0 && style < book->style_count ? book->styles[style] : NULL;
}

guize_xlsx_status guize_xlsx_sheet(guize_xlsx *book, const char *name) {
    book->sheet = book->call.workbook_add_worksheet(book->workbook, name);
    return book->sheet == NULL ? GUIZE_XLSX_FAILED : GUIZE_XLSX_OK;
}

guize_xlsx_status guize_xlsx_text(guize_xlsx *book, uint32_t row, uint16_t column, const char *text, int32_t style) {
    lxw_format *format = style_of(book, style);
    if (*text == 0) return status_of(book->call.worksheet_write_blank(book->sheet, row, column, format));
    return status_of(book->call.worksheet_write_string(book->sheet, row, column, text, format));
}

guize_xlsx_status guize_xlsx_number(guize_xlsx *book, uint32_t row, uint16_t column, double number, int32_t style) {
    return status_of(book->call.worksheet_write_number(book->sheet, row, column, number, style_of(book, style)));
}

guize_xlsx_status guize_xlsx_date(
    guize_xlsx *book, uint32_t row, uint16_t column, int32_t year, int32_t month, int32_t day, int32_t style) {
    lxw_datetime date;
    memset(&date, 0, sizeof date);
    date.year = year;
    date.month = month;
    date.day = day;
    return status_of(book->call.worksheet_write_datetime(book->sheet, row, column, &date, style_of(book, style)));
}

guize_xlsx_status guize_xlsx_comment(
    guize_xlsx *book, uint32_t row, uint16_t column, const char *text, uint16_t width, uint16_t height) {
    lxw_comment_options options;
    memset(&options, 0, sizeof options);
    options.visible = LXW_COMMENT_DISPLAY_HIDDEN;
    options.width = width;
    options.height = height;
    return status_of(book->call.worksheet_write_comment_opt(book->sheet, row, column, text, &options));
}

guize_xlsx_status guize_xlsx_width(guize_xlsx *book, uint16_t first, uint16_t last, double width) {
    return status_of(book->call.worksheet_set_column(book->sheet, first, last, width, NULL));
}

guize_xlsx_status guize_xlsx_height(guize_xlsx *book, uint32_t row, double height) {
    return status_of(book->call.worksheet_set_row(book->sheet, row, height, NULL));
}

void guize_xlsx_freeze(guize_xlsx *book, uint32_t row, uint16_t column) {
    book->call.worksheet_freeze_panes(book->sheet, row, column);
}

guize_xlsx_status guize_xlsx_filter(guize_xlsx *book, uint32_t last_row, uint16_t last_column) {
    return status_of(book->call.worksheet_autofilter(book->sheet, 0, 0, last_row, last_column));
}

void guize_xlsx_print(guize_xlsx *book) {
    book->call.worksheet_set_landscape(book->sheet);
    book->call.worksheet_repeat_rows(book->sheet, 0, 0);
    book->call.worksheet_fit_to_pages(book->sheet, 1, 0);
}

guize_xlsx_status guize_xlsx_close(guize_xlsx *book) {
    guize_xlsx_status status = status_of(book->call.workbook_close(book->workbook));
    release(book);
    return status;
}
