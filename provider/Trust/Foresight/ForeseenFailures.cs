using System.Collections.Immutable;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Foresight;

/// <summary>The first moment at which calls would be refused, if nobody does anything until then. The evaluator is asked at every instant at which
/// something changes, not at samples. Times are whole seconds, as certificates and tokens have them: at the moment that is named the evaluator
/// refuses, and at every whole second before it, from the time of the question on, it accepts. An open verdict counts as accepted.</summary>
public static class ForeseenFailures
{
    /// <summary>The first failure of one call; null when it is accepted throughout.</summary>
    /// <param name="state">As <see cref="TrustEvaluator"/> needs it.</param>
    /// <param name="question">The call, at the time from which on it is looked at. Where it is refused then, that time is the moment, whether it is a
    /// whole second or not.</param>
    /// <param name="until">The last moment that is looked at.</param>
    public static ForeseenFailure? First(TrustState state, TrustQuestion question, DateTimeOffset until) =>
        Of(state, [question], until, CancellationToken.None) is [var failure] ? failure : null;

    /// <summary>The first failure of each call that has one, in order of time: the first of all comes first.</summary>
    /// <param name="state">The whole, or what these calls need of it.</param>
    /// <param name="questions">The calls, each at the time from which on it is looked at.</param>
    /// <param name="until">The last moment that is looked at.</param>
    /// <param name="cancellation">Between two calls.</param>
    public static ImmutableArray<ForeseenFailure> Of(
        TrustState state, IEnumerable<TrustQuestion> questions, DateTimeOffset until, CancellationToken cancellation)
    {
        var slices = new CallSlices(state);
        var found = new List<ForeseenFailure>();
        foreach (var question in questions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Find(slices.Of(question.From, question.To), question, until) is { } failure)
            {
                found.Add(failure);
            }
        }

        return
        [
            .. found.OrderBy(failure => failure.At)
                .ThenBy(failure => failure.Question.From, StringComparer.Ordinal).ThenBy(failure => failure.Question.To, StringComparer.Ordinal)
                .ThenBy(failure => failure.Question.SipUri, StringComparer.Ordinal),
        ];
    }

    private static ForeseenFailure? Find(TrustState state, TrustQuestion question, DateTimeOffset until)
    {
        if (RefusalOf(state, question) is { } already)
        {
            return Failure(state, question, already, []);
        }

        var instants = CallInstants.Of(state, state.Servers[question.From], state.Servers[question.To], question.At, until);
        foreach (var changes in instants.GroupBy(instant => instant.At))
        {
            var then = question with { At = changes.Key };
            if (RefusalOf(state, then) is { } refusal)
            {
                return Failure(state, then, refusal, [.. changes]);
            }
        }

        return null;
    }

    private static TraceStep? RefusalOf(TrustState state, TrustQuestion question) =>
        TrustEvaluator.Evaluate(state, question).Steps.FirstOrDefault(step => !step.Succeeded);

    private static ForeseenFailure Failure(TrustState state, TrustQuestion question, TraceStep refusal, ImmutableArray<CallInstant> changes) =>
        new(question, refusal, changes, FeaturesOf(state, question));

    private static ImmutableArray<string> FeaturesOf(TrustState state, TrustQuestion question) =>
        state.Servers.GetValueOrDefault(question.From) is { } from && state.Servers.GetValueOrDefault(question.To) is { } to
            ? TrustFeatures.Of(new TrustDirection(from, to), forUser: question.SipUri is not null)
            : [];
}
