/*
 * Reads the words of Corridor's random streams in a given order and hands them to a battery of
 * TestU01, or writes them to standard output for any other tester.
 *
 *   crush BATTERY KEYS [BLOCK [STRIDE [FIRST [BITS]]]]
 *
 *   BATTERY  small, crush, big: SmallCrush, Crush, BigCrush of TestU01;
 *            words: binary words, for ever
 *   KEYS     a table of keys as StreamQuality prints it, or - for binary words from standard input
 *   BLOCK    paths read from a key before the next key's turn; 1 interleaves path by path
 *   STRIDE   step from one path to the next
 *   FIRST    path that is read first
 *   BITS     both: a word's upper half, then its lower; high, low: one half only;
 *            reversed: both halves of the word with its bits in reverse
 *
 * The word function stands here a second time, as a pipe would be slower; every line of the table
 * holds two words that the Java code made, and the program ends if its own differ.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bbattery.h"
#include "swrite.h"
#include "unif01.h"

#define BUFFER 4096
#define FAR_PATH 1000000000000ULL
#define SUSPECT 1e-4

typedef unsigned long long Word; /* 64 bits */

typedef struct {
  Word start, twist;
} Key;

static Key *keys;
static size_t key_count;
static Word block = 1024, stride = 1, first_path = 0;
static const char *bits = "both";

static Word buffer[BUFFER];
static int used = BUFFER;

static Word word(Key key, Word path) {
  Word z = key.start + path * 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL + key.twist;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

static void fail(const char *what) {
  fprintf(stderr, "crush: %s\n", what);
  exit(2);
}

static void read_keys(const char *name) {
  FILE *file = fopen(name, "r");
  if (!file) fail("can't read the table of keys");
  Key key;
  Word near, far;
  size_t room = 0;
  while (fscanf(file, "%llx %llx %llx %llx", &key.start, &key.twist, &near, &far) == 4) {
    if (word(key, 0) != near || word(key, FAR_PATH) != far) fail("words differ from Java's");
    if (key_count == room) keys = realloc(keys, (room = 2 * room + 16) * sizeof(Key));
    keys[key_count++] = key;
  }
  if (!feof(file) || !key_count) fail("not a table of keys");
  fclose(file);
}

/* The place reached: path number within the block, key, block. */
static Word at_path, at_block;
static size_t at_key;

static void fill_from_keys(void) {
  for (int i = 0; i < BUFFER;) {
    Word path = first_path + (at_block * block + at_path) * stride;
    Word left = block - at_path;
    int end = left < (Word)(BUFFER - i) ? i + (int)left : BUFFER;
    at_path += end - i;
    for (Key key = keys[at_key]; i < end; i++, path += stride) buffer[i] = word(key, path);
    if (at_path == block) {
      at_path = 0;
      if (++at_key == key_count) {
        at_key = 0;
        at_block++;
      }
    }
  }
}

static void fill_from_input(void) {
  if (fread(buffer, sizeof(Word), BUFFER, stdin) != BUFFER) fail("input ended");
}

static void (*fill)(void) = fill_from_keys;

static Word next_word(void) {
  if (used == BUFFER) {
    fill();
    used = 0;
  }
  return buffer[used++];
}

static Word reversed(Word w) {
  w = (w >> 1 & 0x5555555555555555ULL) | (w & 0x5555555555555555ULL) << 1;
  w = (w >> 2 & 0x3333333333333333ULL) | (w & 0x3333333333333333ULL) << 2;
  w = (w >> 4 & 0x0F0F0F0F0F0F0F0FULL) | (w & 0x0F0F0F0F0F0F0F0FULL) << 4;
  return __builtin_bswap64(w);
}

static unsigned int next_high(void) { return next_word() >> 32; }

static unsigned int next_low(void) { return (unsigned int)next_word(); }

static unsigned int next_half(Word (*next)(void)) {
  static Word kept;
  static int has_kept;
  has_kept = !has_kept;
  if (!has_kept) return (unsigned int)kept;
  kept = next();
  return kept >> 32;
}

static Word next_reversed(void) { return reversed(next_word()); }

static unsigned int next_of_both(void) { return next_half(next_word); }

static unsigned int next_of_reversed(void) { return next_half(next_reversed); }

static unsigned int (*reader(void))(void) {
  if (!strcmp(bits, "both")) return next_of_both;
  if (!strcmp(bits, "high")) return next_high;
  if (!strcmp(bits, "low")) return next_low;
  if (!strcmp(bits, "reversed")) return next_of_reversed;
  fail("bits are both, high, low or reversed");
  return NULL;
}

static void write_words(void) {
  for (;;) {
    fill();
    if (!strcmp(bits, "reversed"))
      for (int i = 0; i < BUFFER; i++) buffer[i] = reversed(buffer[i]);
    if (fwrite(buffer, sizeof(Word), BUFFER, stdout) != BUFFER) return;
  }
}

/* One line, and one more for every p-value that is suspect. */
static void report(const char *battery, const char *name) {
  double least = 1, greatest = 0;
  for (int i = 0; i < bbattery_NTests; i++) {
    if (bbattery_pVal[i] < least) least = bbattery_pVal[i];
    if (bbattery_pVal[i] > greatest) greatest = bbattery_pVal[i];
  }
  printf("RESULT %s %s block %llu stride %llu first %llu bits %s: ", battery, name, block, stride,
         first_path, bits);
  printf("%d p-values from %.3g to 1 - %.3g\n", bbattery_NTests, least, 1 - greatest);
  for (int i = 0; i < bbattery_NTests; i++) {
    double p = bbattery_pVal[i];
    if (p < SUSPECT || p > 1 - SUSPECT)
      printf("SUSPECT %s: p = %.6g, 1 - p = %.6g\n", bbattery_TestNames[i], p, 1 - p);
  }
}

int main(int count, char **argument) {
  if (count < 3 || count > 7) fail("crush BATTERY KEYS [BLOCK [STRIDE [FIRST [BITS]]]]");
  if (count > 3) block = strtoull(argument[3], NULL, 10);
  if (count > 4) stride = strtoull(argument[4], NULL, 10);
  if (count > 5) first_path = strtoull(argument[5], NULL, 10);
  if (count > 6) bits = argument[6];
  if (!block) fail("a block has a path at least");
  if (!strcmp(argument[2], "-")) fill = fill_from_input;
  else read_keys(argument[2]);
  if (!strcmp(argument[1], "words")) {
    write_words();
    return 0;
  }
  swrite_Basic = FALSE;
  unif01_Gen *generator = unif01_CreateExternGenBits("corridor", reader());
  if (!strcmp(argument[1], "small")) bbattery_SmallCrush(generator);
  else if (!strcmp(argument[1], "crush")) bbattery_Crush(generator);
  else if (!strcmp(argument[1], "big")) bbattery_BigCrush(generator);
  else fail("the battery is small, crush, big or words");
  report(argument[1], argument[2]);
  unif01_DeleteExternGenBits(generator);
  return 0;
}
