namespace PartnerTrust.Plugin.Sharing;

/// <summary>Where those that serve one program find one another.</summary>
internal interface IMeetingPlace
{
    /// <summary>Takes the first seat if it is free, else finds who has it. Null where it is free and is not to be taken.</summary>
    /// <param name="meeting">For what.</param>
    /// <param name="self">Who comes.</param>
    /// <param name="mayLead">Whether the first seat is to be taken.</param>
    /// <param name="cancellationToken">Ends the waiting for who has the first seat and has not said so yet.</param>
    Task<Seat?> TakeAsync(Meeting meeting, IPreviewLeader self, bool mayLead, CancellationToken cancellationToken);

    /// <summary>Whether somebody may have the first seat: for who comes often and mostly meets nobody.</summary>
    bool MayHaveLeader(Meeting meeting);

    /// <summary>A session's own board, on which it finds what the others have posted on theirs.</summary>
    INoticeBoard BoardOf(Meeting meeting);
}
