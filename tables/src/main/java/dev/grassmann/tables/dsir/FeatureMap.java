package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import java.io.Serializable;

/**
 * What turns a text into features.
 *
 * @param ngrams longest n-gram n, 1 to 8; every i-gram of i = 1 .. n is a feature
 * @param buckets number m of buckets that n-grams are hashed into, 2 to 2^24
 * @param hash the hash function
 * @param tokens the rule by which a text is cut
 */
public record FeatureMap(int ngrams, int buckets, Hash hash, Rule tokens) implements Serializable {
  /** Most buckets; a cache keeps one in 24 bits. */
  public static final int MOST_BUCKETS = 1 << 24;

  /** Longest n-grams. */
  public static final int LONGEST = 8;

  /** The paper's and the reference package's: bigrams, 10,000 buckets. */
  public static final FeatureMap DEFAULT = new FeatureMap(2, 10_000, Hash.SHA256, Rule.WORDPUNCT);

  /** How an n-gram becomes a bucket. */
  public enum Hash {
    /** SHA-256 of the n-gram read as a number, modulo m: the reference package's buckets. */
    SHA256,
    /** A mix of 64 bits: other buckets, sooner. */
    FAST
  }

  /** How a text becomes tokens. */
  public enum Rule {
    /** Runs of letters, numbers and underscores, and runs of marks: the reference's (re). */
    WORDPUNCT,
    /** The same with Unicode's word characters: the reference's with NLTK 3.10 or later (regex). */
    WORDPUNCT_UNICODE,
    /** The rule of the Penn Treebank, with which the paper's own run cut English: slow. */
    TREEBANK
  }

  public FeatureMap {
    if (ngrams < 1 || ngrams > LONGEST) {
      throw new InputException("n-grams of length " + ngrams, "", "give 1 to " + LONGEST);
    }
    if (buckets < 2 || buckets > MOST_BUCKETS) {
      throw new InputException(buckets + " buckets", "", "give 2 to " + MOST_BUCKETS);
    }
  }

  Tokenizer tokenizer() {
    return tokens == Rule.TREEBANK
        ? new Treebank()
        : new WordPunct(tokens == Rule.WORDPUNCT_UNICODE);
  }

  NgramHash hasher() {
    return hash == Hash.SHA256 ? new Sha256Buckets(buckets) : new FastBuckets(buckets);
  }
}
