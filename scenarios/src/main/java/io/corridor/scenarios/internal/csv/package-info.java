/**
 * CSV files as people have them: from spreadsheets, statistical offices and other programs. Not
 * part of the public interface.
 */
package io.corridor.scenarios.internal.csv;
