using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Rollover;

/// <summary>Plans the renewal of a signing certificate so that no valid token ever fails (domain.md 2.2, 2.3, 3.5): publish the next key,
/// let every consumer re-read, switch, and retire the old key once its last token has expired.</summary>
public static class RolloverPlanner
{
    public static RolloverPlan Plan(TrustState state, string server, DateTimeOffset now)
    {
        var rolling = state.Servers.GetValueOrDefault(server) ?? throw new FaultException(FaultCatalogue.RolloverServerUnknown(server));
        var slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server, CertificateSlots.Empty), rolling.Product, now);
        if (slots.Current is not { } current)
        {
            return new RolloverPlan(server, [], FaultCatalogue.NothingToRoll(server));
        }

        var consumers = RolloverConsumer.Of(state, rolling);
        var switchAt = slots.NextEffectiveDate ?? RolloverTiming.EarliestSwitch(rolling.Product, now);
        return Refuse(rolling, slots, consumers, now) is { } refusal
            ? new RolloverPlan(server, Emergency(rolling, current, consumers, now), refusal)
            : new RolloverPlan(server, Planned(state, rolling, slots, consumers, now, switchAt), null);
    }

    /// <summary>What is left to be done of a rollover that has switched already; nothing where its old key is forgotten, or nobody knows when it
    /// switched.</summary>
    internal static ImmutableArray<RolloverStep> Ending(TrustState state, string server, DateTimeOffset now)
    {
        var rolling = state.Servers[server];
        var slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server, CertificateSlots.Empty), rolling.Product, now);
        return [.. Finish(slots, rolling, RolloverConsumer.Of(state, rolling), now, DateTimeOffset.MaxValue)];
    }

    private static Fault? Refuse(Server server, CertificateSlots slots, ImmutableArray<RolloverConsumer> consumers, DateTimeOffset now)
    {
        var (earliest, latest) = (RolloverTiming.EarliestSwitch(server.Product, now), RolloverTiming.LatestSwitch(server.Product, slots.Current!));
        return !ProductLifecycle.Of(server.Product).KeepsGenerations ? FaultCatalogue.RolloverUnsupported(server.Product)
            // Where the latest time is over, no earlier date helps.
            : slots.NextEffectiveDate > latest && latest > now ? FaultCatalogue.StagedTooLate(slots.NextEffectiveDate.Value, latest)
            : (slots.NextEffectiveDate ?? earliest) > latest ? FaultCatalogue.ExpiryTooNear(slots.Current!, earliest, latest)
            : consumers.FirstOrDefault(c => !c.ReadsMetadata) is { } single ? FaultCatalogue.ConsumerHoldsOneKey(single.Server, single.Name)
            : null;
    }

    private static ImmutableArray<RolloverStep> Planned(
        TrustState state,
        Server server,
        CertificateSlots slots,
        ImmutableArray<RolloverConsumer> consumers,
        DateTimeOffset now,
        DateTimeOffset switchAt)
    {
        var retireAt = RolloverTiming.Retirement(server.Product, switchAt);
        var behind = consumers.Where(c => slots.Next is null || !c.Holds(slots.Next));
        RolloverStep[] steps =
        [
            .. slots.Next is null ? [Stage(server, now, switchAt)] : Complete(state, server, slots.Next, now),
            .. behind.Select(c => Refresh(c, now, BeforeTheSwitch(c, slots.Next))),
            .. IsHybrid(state, server) ? [Cloud(server, now)] : ImmutableArray<RolloverStep>.Empty,
            .. Finish(slots, server, consumers, now, switchAt),
            Switch(server, switchAt),
            .. Retirement(server, consumers, retireAt),
        ];
        return [.. steps.OrderBy(step => step.NotBefore)];
    }

    /// <summary>What is left of the rollover before: its old key is forgotten when the last token of it has ended, at the latest by the
    /// switch.</summary>
    private static IEnumerable<RolloverStep> Finish(
        CertificateSlots slots, Server server, ImmutableArray<RolloverConsumer> consumers, DateTimeOffset now, DateTimeOffset switchAt) =>
        slots is { Previous: { } previous, CurrentSince: not null } && now <= previous.NotAfter
        && RetirementRules.SafeFrom(slots, server.Product) is { } safe && safe < switchAt
            ? Retirement(server, [.. consumers.Where(c => !c.Lacks(previous))], safe > now ? safe : now)
            : [];

    private static IEnumerable<RolloverStep> Retirement(Server server, ImmutableArray<RolloverConsumer> consumers, DateTimeOffset time) =>
        [Retire(server, time), .. consumers.Select(c => Refresh(c, time, "so that it forgets the old key"))];

    /// <summary>What is left when no overlap is possible: a short time in which new tokens are refused, as short as can be.</summary>
    private static ImmutableArray<RolloverStep> Emergency(
        Server server, SigningCertificate current, ImmutableArray<RolloverConsumer> consumers, DateTimeOffset now)
    {
        var retireAt = current.NotAfter < now ? now : RolloverTiming.Retirement(server.Product, now);
        return
        [
            new RolloverStep("switch", server.Fqdn, now, "Bind a new certificate without an effective date: it signs at once."),
            .. consumers.Select(c => Refresh(c, now, "at once: until then it refuses what the new key signs")),
            Retire(server, retireAt),
        ];
    }

    private static RolloverStep Stage(Server server, DateTimeOffset now, DateTimeOffset switchAt) => new(
        "stage", server.Fqdn, now, $"Bind a new certificate with the effective date {switchAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}: its key is published next to the old one.");

    /// <summary>A member without the next certificate could not sign from the switch on (domain.md 8 rows 20 and 21).</summary>
    private static ImmutableArray<RolloverStep> Complete(TrustState state, Server server, SigningCertificate next, DateTimeOffset now)
    {
        var copies = state.MemberCopies.GetValueOrDefault(server.Fqdn, []);
        var lacking = server.Members.RemoveAll(member => PoolRules.Check(server, next, copies, member).IsEmpty);
        return lacking.IsEmpty
            ? []
            : [new RolloverStep(
                "stage",
                server.Fqdn,
                now,
                $"Bind the staged certificate again, so that it reaches {string.Join(", ", lacking)}: no member may be without it at the switch.")];
    }

    private static string BeforeTheSwitch(RolloverConsumer consumer, SigningCertificate? next) =>
        "so that it holds the next key before the switch" + (next is null || consumer.Lacks(next) ? "" : "; whether it does already cannot be told");

    private static RolloverStep Refresh(RolloverConsumer consumer, DateTimeOffset time, string why) => new(
        "refreshConsumer",
        consumer.Server,
        time,
        consumer.ReadsMetadata
            ? $"Let \"{consumer.Name}\" read the metadata document again ({consumer.Policy.Command}), {why}."
            : $"Give \"{consumer.Name}\" the new certificate, {why}.");

    /// <summary>An Exchange with cloud applications shares its auth certificate with the cloud (domain.md 2.3, 11.4); one whose applications stand
    /// behind a token server on the premises does not.</summary>
    private static bool IsHybrid(TrustState state, Server server)
    {
        var trusted = state.AuthorizationServers.Values.Where(record => record.Server == server.Fqdn).ToList();
        return server.Product == ServerProduct.ExchangeServer
            && state.PartnerApplications.Values.Any(record => record.Server == server.Fqdn && HybridRecords.Include(record, trusted));
    }

    private static RolloverStep Cloud(Server server, DateTimeOffset time) => new(
        "refreshConsumer", server.Fqdn, time, "Run the Hybrid Configuration Wizard before the switch: the cloud holds a copy of the certificate too.");

    private static RolloverStep Switch(Server server, DateTimeOffset time) => new("switch", server.Fqdn, time, server.Product switch
    {
        ServerProduct.ExchangeServer =>
            "The new certificate begins to sign, within 12 hours of this time; then recycle the application pools of OWA and ECP.",
        _ => "The new certificate begins to sign. Every consumer must hold its key by now.",
    });

    private static RolloverStep Retire(Server server, DateTimeOffset time) => new(
        "retire", server.Fqdn, time, "The last token of the old key has expired: forget the previous certificate (retirePrevious does it in the first update after this time).");
}
