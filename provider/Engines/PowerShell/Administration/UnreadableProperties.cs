using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What a property that cannot be read means.</summary>
internal static class UnreadableProperties
{
    /// <summary>A fault, where the answer depends on it.</summary>
    public static async Task<T> AsFaultsAsync<T>(string server, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (UnreadablePropertyException unreadable)
        {
            throw new FaultException(FaultCatalogue.PropertyUnreadable(server, unreadable.Property, unreadable.Reason), unreadable);
        }
    }

    /// <summary>Null, where it may be unknown.</summary>
    public static T? AsUnknown<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (UnreadablePropertyException)
        {
            return default;
        }
    }
}
