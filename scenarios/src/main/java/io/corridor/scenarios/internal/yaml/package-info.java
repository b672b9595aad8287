/**
 * YAML with positions: texts to trees of nodes that know where they stand, layers of trees laid
 * over each other, and trees back to text. Knows nothing of scenarios. Not part of the public
 * interface.
 */
package io.corridor.scenarios.internal.yaml;
