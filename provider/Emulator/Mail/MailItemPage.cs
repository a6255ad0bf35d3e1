using System.Collections.Immutable;

namespace PartnerTrust.Emulator.Mail;

/// <param name="Items">The items of the page.</param>
/// <param name="Total">How many items the folder holds.</param>
public sealed record MailItemPage(ImmutableArray<MailItem> Items, int Total);
