/**
 * The values that methods take: {@link dev.grassmann.core.data.Table}, {@link
 * dev.grassmann.core.data.Vectors}, {@link dev.grassmann.core.data.Images}. Plain and immutable:
 * what comes in is copied or owned, what goes out is copied or filled into the caller's array.
 */
package dev.grassmann.core.data;
