using System.Security.Cryptography;
using System.Text;

namespace PartnerTrust.Reports.Calendar;

/// <summary>One entry.</summary>
/// <param name="Key">What it is of: as long as that is the same, so is the entry, whenever the calendar is made.</param>
/// <param name="Time">When; of a day, any moment of it.</param>
/// <param name="IsDay">Whether it is of a whole day; else of the moment.</param>
/// <param name="Summary">What people read in the calendar.</param>
/// <param name="Description">What they read when they open it.</param>
/// <param name="Alarm">How long before it somebody is to be reminded; null for not at all.</param>
internal sealed record CalendarEntry(string Key, DateTimeOffset Time, bool IsDay, string Summary, string Description, TimeSpan? Alarm = null)
{
    /// <summary>Unique everywhere, and the same for the same key (RFC 5545, 3.8.4.7).</summary>
    public string Uid => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 16))}@partnertrust";
}
