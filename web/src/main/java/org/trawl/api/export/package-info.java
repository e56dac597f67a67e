/// Every tweet of a search as a file: CSV, workbook, JSON lines, Parquet, ids; with its manifest.
///
/// Entry points: `ExportFormat`, `ExportOptions`, `ExportManifest`.
@NullMarked
package org.trawl.api.export;

import org.jspecify.annotations.NullMarked;
