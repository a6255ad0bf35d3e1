using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Overview;

public delegate (DateTimeOffset At, Fault Fault)? Foresight(TrustState state, TrustQuestion question);
