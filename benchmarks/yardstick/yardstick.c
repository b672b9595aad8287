// The yardstick by hand: what the machine can do for this one model (MODEL.md). Blocks of paths in arrays,
// loops that the compiler turns into vector code, percentiles from histograms, threads that take blocks.
//
//   cc -O3 -march=native -ffast-math yardstick.c -o yardstick -lm -lpthread      (see build.sh)
//   yardstick PATHS [THREADS [SHOW [REPETITIONS]]]
//
// Prints wall and CPU time for a path and month; with SHOW = 1 also the figures of months 11 and 119.
#define _GNU_SOURCE
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef BLOCK
#define BLOCK 1024 // paths
#endif
enum { MONTHS = 120, DRIVERS = 6, METRICS = 8, TERM = 6, LANES = 8, SUB_BITS = 6, BINS = 2048, POINTS = 5 };
static const int64_t FIRST_BIN = (1023L - 12) << SUB_BITS; // of 2^-12

static const double LEVEL[DRIVERS] = {100, 60, 60, 80, 10, 1}, KAPPA[DRIVERS] = {1.5, 1.2, 0.8, 1.0, 2.0, 0.5},
                    SIGMA[DRIVERS] = {0.08, 0.06, 0.20, 0.35, 0.45, 0.12}, GROWTH[DRIVERS] = {0.02, 0.005, 0.01, 0, 0, 0.02},
                    AMPLITUDE[DRIVERS] = {0.15, 0.05, 0.05, 0, 0.10, 0}, PHASE[DRIVERS] = {0, 6, 0, 0, 0, 0};
static const double PERCENT[POINTS] = {0.05, 0.25, 0.50, 0.75, 0.95};
static const char *const NAME[METRICS] = {"imports", "short", "price", "value", "cumulated", "gap", "used", "share"};

static double decay[DRIVERS];            // a_i
static double mix[DRIVERS][DRIVERS];     // s_i times the Cholesky factor's row i
static double base[MONTHS][DRIVERS];     // b_i(t)

static void prepare(void) {
  const double dt = 1.0 / 12;
  double factor[DRIVERS][DRIVERS] = {{0}};
  for (int i = 0; i < DRIVERS; i++) {
    decay[i] = exp(-KAPPA[i] * dt);
    double sd = SIGMA[i] * sqrt((1 - decay[i] * decay[i]) / (2 * KAPPA[i]));
    for (int j = 0; j <= i; j++) {
      double rest = pow(0.5, i - j);
      for (int k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      factor[i][j] = i == j ? sqrt(rest) : rest / factor[j][j];
      mix[i][j] = sd * factor[i][j];
    }
    for (int t = 0; t < MONTHS; t++)
      base[t][i] = log(LEVEL[i]) + GROWTH[i] * (t + 1) * dt + AMPLITUDE[i] * cos(2 * M_PI * (t % 12 - PHASE[i]) / 12);
  }
}

// ---- Random numbers: xoshiro256++ (Blackman and Vigna 2021), eight lanes beside each other, seeded by SplitMix64.

typedef uint64_t Lanes __attribute__((vector_size(8 * LANES)));
typedef struct { Lanes s0, s1, s2, s3; } Generator;

static uint64_t split_mix(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static void seed_generator(Generator *g, uint64_t seed, uint64_t stream, uint64_t block) {
  uint64_t state = seed;
  state = split_mix(&state) ^ (stream * 0xD1342543DE82EF95u);
  state = split_mix(&state) ^ block;
  for (int i = 0; i < LANES; i++) {
    g->s0[i] = split_mix(&state);
    g->s1[i] = split_mix(&state);
    g->s2[i] = split_mix(&state);
    g->s3[i] = split_mix(&state);
  }
}

static void fill_words(Generator *restrict g, uint64_t *restrict out) {
  Lanes s0 = g->s0, s1 = g->s1, s2 = g->s2, s3 = g->s3;
  for (int p = 0; p < BLOCK; p += LANES) {
    Lanes sum = s0 + s3, t = s1 << 17;
    *(Lanes *)(out + p) = ((sum << 23) | (sum >> 41)) + s0;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 45) | (s3 >> 19);
  }
  g->s0 = s0, g->s1 = s1, g->s2 = s2, g->s3 = s3;
}

// ---- Functions without branches, so that a loop over an array becomes vector code.

static inline double of_bits(int64_t bits) { double x; memcpy(&x, &bits, 8); return x; }
static inline int64_t bits_of(double x) { int64_t bits; memcpy(&bits, &x, 8); return bits; }

// Whole numbers become doubles, and back, by the bits of a large number: AVX2 converts none of 64 bits.
static inline int64_t whole(double x) { return bits_of(x + 0x1.8p52); } // of a small whole x: its last 51 bits
static inline double fraction(uint64_t word) { return of_bits((int64_t)(word >> 12 | 0x3FF0000000000000)) - 1; } // 52 bits, in [0, 1)

// e^x for |x| < 700: 2^n times a Taylor polynomial on half an octave.
static inline double exponential(double x) {
  double n = rint(x * 1.4426950408889634);
  double r = x - n * 6.93147180369123816490e-01 - n * 1.90821492927058770002e-10;
  double p = 1 / 39916800.0;
  p = p * r + 1 / 3628800.0;
  p = p * r + 1 / 362880.0;
  p = p * r + 1 / 40320.0;
  p = p * r + 1 / 5040.0;
  p = p * r + 1 / 720.0;
  p = p * r + 1 / 120.0;
  p = p * r + 1 / 24.0;
  p = p * r + 1 / 6.0;
  p = p * r + 0.5;
  p = p * r + 1;
  p = p * r + 1;
  return p * of_bits((whole(n) + 1023) << 52);
}

// ln x for normal x > 0: exponent and 2 artanh((m − 1)/(m + 1)), with fdlibm's coefficients.
static inline double logarithm(double x) {
  int64_t bits = bits_of(x), shifted = bits - bits_of(0.75); // mantissa in [3/4, 3/2)
  double e = of_bits((int64_t)((uint64_t)(shifted + (1024L << 52)) >> 52) | 0x4330000000000000) - (0x1p52 + 1024), f = of_bits(bits - (shifted & ((int64_t)0xFFF << 52))) - 1;
  double s = f / (f + 2), z = s * s;
  double p = 1.479819860510658591e-01;
  p = p * z + 1.531383769920937332e-01;
  p = p * z + 1.818357216161805012e-01;
  p = p * z + 2.222219843214978396e-01;
  p = p * z + 2.857142874366239149e-01;
  p = p * z + 3.999999999940941908e-01;
  p = p * z + 6.666666666666735130e-01;
  p = p * z + 2;
  return e * 0.6931471805599453 + s * p;
}

// Normal numbers by Box and Muller (1958), two from two words.
static void normals(const uint64_t *restrict words, double *restrict out) {
  enum { HALF = BLOCK / 2 };
  for (int p = 0; p < HALF; p++) {
    double u = fraction(words[p]) + 0x1p-53;
    double turns = fraction(words[HALF + p]) * 4; // quarter turns, 0 to 4
    double radius = sqrt(-2 * logarithm(u));
    double quarter = rint(turns), r = (turns - quarter) * 1.5707963267948966, z = r * r;
    double a = 1.58969099521155010221e-10;
    a = a * z - 2.50507602534068634195e-08;
    a = a * z + 2.75573137070700676789e-06;
    a = a * z - 1.98412698298579493134e-04;
    a = a * z + 8.33333333332248946124e-03;
    a = a * z - 1.66666666666666324348e-01;
    double sine = r + a * z * r;
    double b = -1.13596475577881948265e-11;
    b = b * z + 2.08757232129817482790e-09;
    b = b * z - 2.75573143513906633035e-07;
    b = b * z + 2.48015872888741095749e-05;
    b = b * z - 1.38888888888730564116e-03;
    b = b * z + 4.16666666666666019037e-02;
    b = b * z - 0.5;
    double cosine = 1 + b * z;
    int64_t k = whole(quarter);
    double c = k & 1 ? sine : cosine, s = k & 1 ? cosine : sine;
    int64_t turn_s = (k & 2) << 62, turn_c = ((k + 1) & 2) << 62; // signs by quadrant
    out[p] = radius * of_bits(bits_of(c) ^ turn_c);
    out[HALF + p] = radius * of_bits(bits_of(s) ^ turn_s);
  }
}

// ---- The model.

typedef struct {
  double x[DRIVERS][BLOCK], normal[DRIVERS][BLOCK], metric[METRICS][BLOCK], cumulated[BLOCK];
  double regime[BLOCK], waiver[BLOCK], first[BLOCK]; // whole numbers, as double: vectors of one width
  uint64_t word[BLOCK];
  int32_t bin[BLOCK];
  Generator generator[DRIVERS + 1];
} __attribute__((aligned(64))) Block;

typedef struct {
  uint32_t count[MONTHS][METRICS][BINS];
  int64_t above[MONTHS], first[MONTHS + 1];
} Tally;

// Moves every path's drivers into month t: overwrites the normal numbers by the drivers' levels.
static void move_drivers(Block *restrict b, int t) {
  double m[DRIVERS][DRIVERS], d[DRIVERS], level[DRIVERS];
  memcpy(m, mix, sizeof m);
  memcpy(d, decay, sizeof d);
  memcpy(level, base[t], sizeof level);
  for (int p = 0; p < BLOCK; p++) {
    double x[DRIVERS];
#pragma GCC unroll 6
    for (int i = 0; i < DRIVERS; i++) {
      x[i] = d[i] * b->x[i][p];
#pragma GCC unroll 6
      for (int j = 0; j <= i; j++) x[i] += m[i][j] * b->normal[j][p];
    }
#pragma GCC unroll 6
    for (int i = 0; i < DRIVERS; i++) {
      b->x[i][p] = x[i];
      b->normal[i][p] = exponential(level[i] + x[i]);
    }
  }
}

// One of three numbers by regime, which is 0, 1 or 2.
static inline double by_regime(double r, double a, double b, double c) {
  double later = r == 1 ? b : c;
  return r == 0 ? a : later;
}

// Regime, waiver and balance of month t, given the drivers; returns on how many paths the share is above 0.10.
static int64_t strike(Block *restrict b, int t) {
  double (*restrict driver)[BLOCK] = b->normal, above = 0, month = t;
  for (int p = 0; p < BLOCK; p++) {
    double u = fraction(b->word[p] & ~0xFFFFFFFFul), decision = fraction(b->word[p] << 32);
    double r = b->regime[p], first = by_regime(r, 0.95, 0.10, 0.05), second = by_regime(r, 0.99, 0.95, 0.15);
    r = (u >= first ? 1.0 : 0.0) + (u >= second ? 1.0 : 0.0);
    double w = b->waiver[p], renew = by_regime(r, 0.9, 0.6, 0.25), grant = by_regime(r, 0.30, 0.10, 0.02);
    double chance = w > 0 ? renew : grant, granted = decision < chance ? TERM : 0.0;
    w = w > 0 ? w - 1 : 0.0;
    w = w > 0 ? w : granted;
    double capacity = by_regime(r, 55.0, 55 * 0.7, 55 * 0.35), leak = by_regime(r, 1.0, 0.6, 0.1);
    double used = by_regime(r, 1 / 55.0, 1 / (55 * 0.7), 1 / (55 * 0.35)), through = w > 0 ? 1.0 : leak;
    double gap = fmax(driver[0][p] - driver[1][p], 0), imports = fmin(fmin(gap, capacity), driver[2][p]) * through;
    double unmet = gap - imports, price = driver[3][p] * driver[5][p] + driver[4][p], value = imports * price;
    double cumulated = b->cumulated[p] + value, share = unmet / driver[0][p], now = share > 0.20 ? month : MONTHS;
    b->regime[p] = r;
    b->waiver[p] = w;
    b->cumulated[p] = cumulated;
    b->metric[0][p] = imports;
    b->metric[1][p] = unmet;
    b->metric[2][p] = price;
    b->metric[3][p] = value;
    b->metric[4][p] = cumulated;
    b->metric[5][p] = gap;
    b->metric[6][p] = imports * used;
    b->metric[7][p] = share;
    above += share > 0.10 ? 1.0 : 0.0;
    b->first[p] = fmin(b->first[p], now);
  }
  return (int64_t)above;
}

// Counts the month's values into histograms, and leaves sums and sums of squares.
static void record(Block *restrict b, uint32_t (*restrict count)[BINS], double *restrict sums) {
  for (int k = 0; k < METRICS; k++) {
    const double *restrict value = b->metric[k];
    double sum = 0, squares = 0;
    for (int p = 0; p < BLOCK; p++) {
      sum += value[p];
      squares += value[p] * value[p];
    }
    for (int p = 0; p < BLOCK; p++) {
      int64_t bin = (int64_t)((uint64_t)bits_of(value[p]) >> (52 - SUB_BITS)) - FIRST_BIN;
      bin = bin < 0 ? 0 : bin;
      b->bin[p] = (int32_t)(bin > BINS - 1 ? BINS - 1 : bin);
    }
    for (int p = 0; p < BLOCK; p++) count[k][b->bin[p]]++;
    sums[2 * k] = sum;
    sums[2 * k + 1] = squares;
  }
}

// ---- Blocks, threads, results.

static const uint64_t SEED = 42;
static int blocks;
static atomic_int next_block;
static double (*block_sums)[MONTHS][2 * METRICS];

static void *work(void *to) {
  Tally *tally = to;
  Block *b = aligned_alloc(64, sizeof(Block));
  for (int k; (k = atomic_fetch_add(&next_block, 1)) < blocks;) {
    for (int i = 0; i <= DRIVERS; i++) seed_generator(&b->generator[i], SEED, i, k);
    memset(b->x, 0, sizeof b->x);
    memset(b->cumulated, 0, sizeof b->cumulated);
    memset(b->regime, 0, sizeof b->regime);
    for (int p = 0; p < BLOCK; p++) b->waiver[p] = TERM, b->first[p] = MONTHS;
    for (int t = 0; t < MONTHS; t++) {
      for (int i = 0; i < DRIVERS; i++) {
        fill_words(&b->generator[i], b->word);
        normals(b->word, b->normal[i]);
      }
      fill_words(&b->generator[DRIVERS], b->word);
      move_drivers(b, t);
      tally->above[t] += strike(b, t);
      record(b, tally->count[t], block_sums[k][t]);
    }
    for (int p = 0; p < BLOCK; p++) tally->first[(int)b->first[p]]++;
  }
  free(b);
  return NULL;
}

static double percentile(const uint32_t *count, double share, int64_t paths) {
  double rank = share * paths;
  int64_t below = 0;
  for (int i = 0; i < BINS; below += count[i++]) {
    if (!count[i] || below + count[i] < rank) continue;
    if (i == 0) return 0;
    double low = of_bits((i + FIRST_BIN) << (52 - SUB_BITS)), high = of_bits((i + 1 + FIRST_BIN) << (52 - SUB_BITS));
    return low + (high - low) * (rank - below) / count[i];
  }
  return INFINITY;
}

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double sums[MONTHS][2 * METRICS], points[MONTHS][METRICS][POINTS];

static void summarise(Tally *all, int64_t paths) {
  memset(sums, 0, sizeof sums);
  for (int k = 0; k < blocks; k++)
    for (int t = 0; t < MONTHS; t++)
      for (int j = 0; j < 2 * METRICS; j++) sums[t][j] += block_sums[k][t][j];
  for (int t = 0; t < MONTHS; t++)
    for (int k = 0; k < METRICS; k++)
      for (int j = 0; j < POINTS; j++) points[t][k][j] = percentile(all->count[t][k], PERCENT[j], paths);
}

static void add(Tally *to, const Tally *from) {
  uint32_t *a = &to->count[0][0][0];
  const uint32_t *b = &from->count[0][0][0];
  for (long i = 0; i < (long)MONTHS * METRICS * BINS; i++) a[i] += b[i];
  for (int t = 0; t < MONTHS; t++) to->above[t] += from->above[t];
  for (int t = 0; t <= MONTHS; t++) to->first[t] += from->first[t];
}

static void show(const Tally *all, int64_t paths) {
  const int months[2] = {11, MONTHS - 1};
  for (int i = 0; i < 2; i++) {
    int t = months[i];
    for (int k = 0; k < METRICS; k++) {
      double mean = sums[t][2 * k] / paths;
      printf("t=%d %-9s mean %.6g sd %.5g points", t, NAME[k], mean, sqrt(sums[t][2 * k + 1] / paths - mean * mean));
      for (int j = 0; j < POINTS; j++) printf(" %.5g", points[t][k][j]);
      printf("\n");
    }
    printf("t=%d share above 0.10: %.5f\n", t, (double)all->above[t] / paths);
  }
  printf("share never above 0.20: %.5f\n", (double)all->first[MONTHS] / paths);
}

int main(int count, char **words) {
  enum { MOST_THREADS = 64 };
  long asked = count > 1 ? atol(words[1]) : 100000;
  int threads = count > 2 ? atoi(words[2]) : 1, shown = count > 3 ? atoi(words[3]) : 0, repetitions = count > 4 ? atoi(words[4]) : 3;
  if (asked < 1 || threads < 1 || threads > MOST_THREADS || repetitions < 1) {
    fprintf(stderr, "usage: yardstick PATHS [THREADS (1 to %d) [SHOW [REPETITIONS]]]\n", MOST_THREADS);
    return 2;
  }
  prepare();
  blocks = (int)((asked + BLOCK - 1) / BLOCK);
  int64_t paths = (int64_t)blocks * BLOCK;
  block_sums = malloc(blocks * sizeof *block_sums);
  for (int r = 1; r <= repetitions; r++) {
    Tally *tally[MOST_THREADS];
    pthread_t thread[MOST_THREADS];
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    atomic_store(&next_block, 0);
    for (int i = 0; i < threads; i++) tally[i] = calloc(1, sizeof(Tally));
    for (int i = 1; i < threads; i++) pthread_create(&thread[i], NULL, work, tally[i]);
    work(tally[0]);
    for (int i = 1; i < threads; i++) pthread_join(thread[i], NULL), add(tally[0], tally[i]);
    summarise(tally[0], paths);
    wall = seconds(CLOCK_MONOTONIC) - wall, cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    double work_done = (double)paths * MONTHS;
    printf("C paths=%ld threads=%d wall %.3f s %.2f ns/pm cpu %.2f ns/pm\n", (long)paths, threads, wall, wall / work_done * 1e9, cpu / work_done * 1e9);
    if (shown && r == repetitions) show(tally[0], paths);
    for (int i = 0; i < threads; i++) free(tally[i]);
  }
  free(block_sums);
  return 0;
}
