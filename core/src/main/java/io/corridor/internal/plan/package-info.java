/**
 * From a scenario to a plan: names become columns, numbers become tables or draws, equations become
 * steps in the order of the model, and what nobody asked for is left out.
 *
 * <p>{@link io.corridor.internal.plan.PlanCompiler} makes a {@link io.corridor.internal.plan.Plan};
 * the engine runs it.
 */
package io.corridor.internal.plan;
