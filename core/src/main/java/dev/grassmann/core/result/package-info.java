/**
 * What methods give: records that can say themselves in a sentence, print, save and show
 * themselves. Field names are the field's standard terms.
 */
package dev.grassmann.core.result;
