using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Contract.Capabilities;

/// <summary>What one operation would run.</summary>
public interface ICommandPlan
{
    /// <param name="server">On which server; an fqdn.</param>
    /// <param name="command">As it could be pasted. Secrets, keys and what is not known yet are left out of it.</param>
    void Run(string server, string command);

    /// <summary>What the operation would leave undone.</summary>
    void Remark(Fault remark);
}
