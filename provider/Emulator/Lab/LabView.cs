using System.Collections.Immutable;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Lab;

/// <summary>What the status page shows, as of one moment.</summary>
/// <param name="Overview">What every report tells.</param>
/// <param name="Items">What partners have left in mailboxes, the newest first.</param>
internal sealed record LabView(TrustOverview Overview, ImmutableArray<MailItem> Items)
{
    public TrustState State => Overview.Observation.State;

    public static async Task<LabView> OfAsync(
        IHostFaults switches, TrustState state, ImmutableArray<MailItem> items, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sights = ImmutableArray.CreateBuilder<Sight>();
        foreach (var server in state.Servers.Keys.Order(StringComparer.Ordinal))
        {
            sights.AddRange((await switches.ListFaultsAsync(server, cancellationToken)).Select(LabSights.Of));
        }

        var observation = new Observation("the servers of this lab", state, now) { Sights = sights.ToImmutable() };
        return new LabView(TrustOverview.Of(observation, Thresholds.Default), items);
    }
}
