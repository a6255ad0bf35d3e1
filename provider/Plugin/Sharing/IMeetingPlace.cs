namespace PartnerTrust.Plugin.Sharing;

/// <summary>Where those that serve one preview find one another.</summary>
internal interface IMeetingPlace
{
    /// <summary>Takes the first seat if it is free, else finds who has it.</summary>
    /// <param name="meeting">For what.</param>
    /// <param name="self">Who comes.</param>
    /// <param name="cancellationToken">Ends the waiting for who has the first seat and has not said so yet.</param>
    Task<Seat> TakeAsync(Meeting meeting, IPreviewLeader self, CancellationToken cancellationToken);

    /// <summary>Whether somebody has the first seat.</summary>
    bool HasLeader(Meeting meeting);
}
