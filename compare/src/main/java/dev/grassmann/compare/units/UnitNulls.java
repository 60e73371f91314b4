package dev.grassmann.compare.units;

import dev.grassmann.core.result.SimilarityNull;
import java.util.Optional;

/**
 * What chance gives: the same figures with the rows of B shuffled.
 *
 * @param greedy mean score of the greedy matching
 * @param bipartite mean score of the bipartite one
 * @param r2 mean R² of sparse prediction
 * @param cosine mean cosine of the principal angles of the clusters that were found
 */
public record UnitNulls(
    Optional<SimilarityNull> greedy,
    Optional<SimilarityNull> bipartite,
    Optional<SimilarityNull> r2,
    Optional<SimilarityNull> cosine) {}
