#ifndef GUIZE_XLSX_H
#define GUIZE_XLSX_H

// Office Open XML workbooks by libxlsxwriter, with plain C types alone.
//
// The library is opened when the first workbook is made, not when the program starts: few machines have it, and
// distributions have no archive of it that could be linked in.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a call ended.
typedef enum {
    GUIZE_XLSX_OK = 0,
    /// The library is not installed.
    GUIZE_XLSX_NO_LIBRARY = 1,
    /// There is no memory for it.
    GUIZE_XLSX_NO_MEMORY = 2,
    /// The library refused the workbook or could not write it.
    GUIZE_XLSX_FAILED = 3
} guize_xlsx_status;

typedef struct guize_xlsx guize_xlsx;

/// How a cell looks. Colours are 0xRRGGBB.
typedef struct {
    /// An Excel number format in UTF-8, or null.
    const char *number_format;
    /// Negative for none.
    int32_t fill;
    int32_t is_bold;
    int32_t is_italic;
    int32_t is_wrapped;
    /// A thick line at the left edge.
    int32_t has_left_line;
} guize_xlsx_style;

/// What the library that would be opened is called, for messages.
const char *guize_xlsx_library(void);

/// Begins a workbook that `guize_xlsx_close` writes to `path`. `folder` holds the library's temporary files; both must stay
/// valid until then. The workbook says that it was made at `created`, in seconds since 1970, which must not be 0.
guize_xlsx_status guize_xlsx_open(const char *path, const char *folder, const char *title, int64_t created, guize_xlsx **book);

/// The number of a style, or a negative number at a failure. Equal styles should be asked for once.
int32_t guize_xlsx_style_number(guize_xlsx *book, const guize_xlsx_style *style);

/// Begins a sheet, on which the calls below work from now on. Names have at most 31 letters.
guize_xlsx_status guize_xlsx_sheet(guize_xlsx *book, const char *name);

/// Rows and columns count from 0. `style` is a number of `guize_xlsx_style_number`, or negative for none.
guize_xlsx_status guize_xlsx_text(guize_xlsx *book, uint32_t row, uint16_t column, const char *text, int32_t style);
guize_xlsx_status guize_xlsx_number(guize_xlsx *book, uint32_t row, uint16_t column, double number, int32_t style);
guize_xlsx_status guize_xlsx_date(
    guize_xlsx *book, uint32_t row, uint16_t column, int32_t year, int32_t month, int32_t day, int32_t style);

/// A comment on a cell, in a box of that many pixels.
guize_xlsx_status guize_xlsx_comment(
    guize_xlsx *book, uint32_t row, uint16_t column, const char *text, uint16_t width, uint16_t height);

/// The width of columns in letters.
guize_xlsx_status guize_xlsx_width(guize_xlsx *book, uint16_t first, uint16_t last, double width);

/// The height of a row in points.
guize_xlsx_status guize_xlsx_height(guize_xlsx *book, uint32_t row, double height);

/// Rows above `row` and columns before `column` stay when the sheet is moved.
void guize_xlsx_freeze(guize_xlsx *book, uint32_t row, uint16_t column);

/// Filters in the first row, over the rows to `last_row`.
guize_xlsx_status guize_xlsx_filter(guize_xlsx *book, uint32_t last_row, uint16_t last_column);

/// Landscape, the first row on each page, all columns on one.
void guize_xlsx_print(guize_xlsx *book);

/// Writes the workbook and gives its memory back, also at a failure.
guize_xlsx_status guize_xlsx_close(guize_xlsx *book);

#ifdef __cplusplus
}
#endif

#endif
