/**
 * Reports: one self-contained HTML page that opens with the answer in a sentence, then pictures,
 * then tables, then how it was made. Charts are Vega-Lite specifications, drawn by the Vega
 * libraries that are inlined into the page.
 */
package dev.grassmann.core.report;
